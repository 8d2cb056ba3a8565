using System.Globalization;
using DigestWorker.Pipeline.People;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>
/// A copy of all that is held on a person, mailed to that person: mails are forwarded, and whoever only has a link of one must not
/// read it. At most one a day.
/// </summary>
internal sealed class CopyLetter(ExportPerson export, LetterWriter writer, Database database, TimeProvider time)
{
    /// <returns>False where one was written today.</returns>
    public bool Run(long subscriberId, string email)
    {
        var day = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var view = new View("A copy of your data", export.Run(email) ?? "{}");
        var letter = writer.Write("copy", $"copy:{subscriberId}:{day}", email, view) with { SubscriberId = subscriberId };
        return database.InTransaction(connection => Letters.Add(connection, letter));
    }

    private sealed record View(string Subject, string Data) : LetterView(Subject, "All that we hold about you, as somebody asked on your own page. It goes to nobody else.");
}
