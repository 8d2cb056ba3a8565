using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Choosing;

/// <summary>
/// Somebody asks for the digest: a letter goes to the address, known or not, and nothing else happens before its link is used.
/// Whoever asks learns nothing about the address, and no mailbox gets more than one such letter an hour.
/// </summary>
internal sealed class AskToJoin(Database database, ConfirmationLetter letter, TimeProvider time)
{
    private const int MostInAnHour = 500;

    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(7), Hour = TimeSpan.FromHours(1);

    /// <returns>False where so many people have asked within the hour that something is wrong.</returns>
    public bool Run(Asking asking)
    {
        var now = time.GetUtcNow();
        var token = SecretToken.New();
        var composed = letter.Compose(asking, token);
        return database.InTransaction(connection => Confirmations.Asked(connection, now - Hour) < MostInAnHour && Ask(connection, asking, (token, composed), now));
    }

    private static bool Ask(DbConnection connection, Asking asking, (string Token, Letter Letter) link, DateTimeOffset now)
    {
        if (!Confirmations.HasAsked(connection, asking.Email, now - Hour))
        {
            Confirmations.Add(connection, link.Token, asking, (now, now + OpenFor));
            Letters.Add(connection, link.Letter);
        }

        return true;
    }
}
