using DigestWorker.Composing.Rendering;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>
/// Writes a letter to whoever asked to be told at once when statutory guidance changes that their digest would hold. Each is
/// known by its key, so a run that is cut off or repeated only writes what is still missing.
/// </summary>
internal sealed partial class WriteAlerts(
    StatutoryNews news, AlertReaders readers, FindAlerts find, AlertLetter letter, Subscribers subscribers, Database database, TimeProvider time,
    ILogger<WriteAlerts> logger)
{
    private const int Batch = 500;

    // An outage makes no old news of it: that is in the digest.
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(3);

    /// <returns>How many were written. A template that cannot be rendered is told: sources and digests never wait for letters.</returns>
    public int Run(CancellationToken cancellationToken)
    {
        try
        {
            return Write(cancellationToken);
        }
        catch (Exception fault) when (fault is TemplateFault or IOException or UnauthorizedAccessException)
        {
            NotWritten(fault.Message);
            return 0;
        }
    }

    private int Write(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Instants are kept in whole seconds: what was stored in this one counts.
        var changes = news.In(new DigestWindow(now - Oldest, now.AddSeconds(1), First: false));
        var asked = changes.Count == 0 ? new Dictionary<long, DateTimeOffset>() : readers.Asked();
        if (asked.Count == 0)
        {
            return 0;
        }

        var written = 0;
        var wanted = find.Among(changes, now);
        foreach (var some in subscribers.All().Where(subscriber => asked.ContainsKey(subscriber.Id)).Chunk(Batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Letter[] letters = [.. some.SelectMany(subscriber => wanted(subscriber, asked[subscriber.Id])
                .Select(alert => letter.Compose(subscriber, alert.Request, alert.Selected)))];
            written += letters.Length == 0 ? 0 : database.InTransaction(connection => letters.Count(one => Letters.Add(connection, one)));
        }

        Written(changes.Count, written);
        return written;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Statutory guidance has changed ({Releases} releases in 3 days): {Letters} alerts written")]
    private partial void Written(int releases, int letters);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts of statutory guidance could not be written: {Reason}")]
    private partial void NotWritten(string reason);
}
