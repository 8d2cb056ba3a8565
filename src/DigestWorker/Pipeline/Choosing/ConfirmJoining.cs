using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Choosing;

/// <summary>The link of the letter: looking at it changes nothing, confirming it works once.</summary>
internal sealed class ConfirmJoining(Database database, Joining joining, Confirmations confirmations, TimeProvider time)
{
    /// <returns>Null where the link opens nothing, or nothing any more.</returns>
    public (Asking Asking, bool IsUsed)? Find(string token) => confirmations.Find(token, time.GetUtcNow());

    /// <returns>The token of the new subscriber's own page; null where the link was used before or opens nothing.</returns>
    public string? Run(string token)
    {
        var now = time.GetUtcNow();
        return database.InTransaction(connection =>
        {
            if (Confirmations.Use(connection, token, now) is not { } asking)
            {
                return null;
            }

            var joiner = new Joiner(asking.Email, null, asking.Roles, asking.Areas);
            var (id, _) = joining.Join(connection, joiner, AskedBy.Self, (now, asking.Wording));
            Choices.Choose(connection, id, asking.Roles, asking.Areas);
            return Subscribers.Token(connection, id);
        });
    }
}
