using System.Data.Common;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Watching;

/// <summary>
/// Mails the admin that the database does not answer, once while the service runs and once when it is over: the one trouble that the
/// database cannot keep.
/// </summary>
internal sealed class DatabaseAlarm(DigestSettings settings, Database database, AdminMail mail, TimeProvider time)
{
    // Somebody may just have written for long.
    private const int LooksBeforeTelling = 3;

    private int _looks;
    private bool _isTold;

    public async Task RaiseAsync(DbException fault, CancellationToken cancellationToken)
    {
        _looks++;
        if (!_isTold && (SqliteFault.IsDamage(fault) || _looks >= LooksBeforeTelling))
        {
            var words = database.Fault(fault, BackupFolder.NewestOf(settings.Storage, time.GetUtcNow())).Message;
            _isTold = await mail.SendAsync(TroubleTopic.Installation.Subject, [words], "'db check' says how the database is.", cancellationToken);
        }
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        _looks = 0;
        if (_isTold)
        {
            _isTold = !await mail.SendAsync(
                TroubleTopic.Installation.SubjectWhenOver, ["This is over: the database did not answer."], TroubleTopic.Installation.SeeAlso, cancellationToken);
        }
    }
}
