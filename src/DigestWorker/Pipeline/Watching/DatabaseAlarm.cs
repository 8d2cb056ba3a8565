using System.Data.Common;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Watching;

/// <summary>
/// Mails the admin that the database does not answer, once while the service runs and once when it is over: the one trouble that the
/// database cannot keep. Where several share it, each tells what it meets itself.
/// </summary>
internal sealed class DatabaseAlarm(DigestSettings settings, Database database, AdminMail mail, TimeProvider time)
{
    // Looks that lie further apart, or under a clock that was set between, are of two outages.
    private static readonly TimeSpan LongestLull = TimeSpan.FromMinutes(12);

    private readonly MailRest _rest = new(TimeSpan.FromMinutes(4), time);

    private DateTimeOffset _since, _seen;
    private bool _isTold;
    private int _isTelling;

    /// <param name="patience">For so long it is not told; what is damaged is told at once.</param>
    public async Task RaiseAsync(DbException fault, TimeSpan patience, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        (_since, _seen) = (now - _seen is var lull && lull >= TimeSpan.Zero && lull <= LongestLull ? _since : now, now);
        if (SqliteFault.IsDamage(fault) || now - _since >= patience)
        {
            await TellAsync(isAway: true, TroubleTopic.Installation.Subject, Words(fault, now), SeeAlso, cancellationToken);
        }
    }

    /// <returns>False while the admin has still to hear that it is over.</returns>
    public async Task<bool> EndAsync(CancellationToken cancellationToken)
    {
        _seen = default;
        await TellAsync(isAway: false, TroubleTopic.Installation.SubjectWhenOver, "This is over: the database did not answer.", TroubleTopic.Installation.SeeAlso, cancellationToken);
        return !_isTold;
    }

    private string SeeAlso => settings.Storage.Provider == StorageProvider.Sqlite ? "'db check' says how the database is." : TroubleTopic.Installation.SeeAlso;

    private string Words(DbException fault, DateTimeOffset now)
    {
        var words = database.Fault(fault, BackupFolder.NewestOf(settings.Storage, now)).Message;
        return settings.Storage.Provider == StorageProvider.Sqlite ? words : $"{words} So it is seen from {Environment.MachineName}; other workers tell of themselves.";
    }

    // The watch and a worker's own look may come at once; whoever comes second looks again soon.
    private async Task TellAsync(bool isAway, string subject, string words, string seeAlso, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isTelling, 1) == 1)
        {
            return;
        }

        try
        {
            if (_isTold != isAway && !_rest.IsOn)
            {
                var sent = await mail.SendAsync(subject, [words], seeAlso, cancellationToken);
                _isTold = sent ? isAway : _isTold;
                _rest.Note(sent);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _isTelling, 0);
        }
    }
}
