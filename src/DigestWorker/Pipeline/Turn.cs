using System.Data.Common;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// One piece of work that the clock asks for. What ends it from outside is said in words and harms nothing: the next turn finds in
/// the database what is missing. A mistake of the program ends one turn and not the service.
/// </summary>
internal sealed partial class Turn(DigestSettings settings, Database database, TimeProvider time, ILogger<Turn> logger)
{
    public async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            Stopped();
        }
        catch (DbException fault)
        {
            Failed(database.Fault(fault, BackupFolder.NewestOf(settings.Storage, time.GetUtcNow())).Message);
        }
        catch (Exception fault)
        {
            Broke(fault);
        }
    }

    public Task RunAsync(Action work) => RunAsync(() =>
    {
        work();
        return Task.CompletedTask;
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped in the middle; the next start carries on")]
    private partial void Stopped();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Words} The next turn tries again")]
    private partial void Failed(string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "The program itself failed here. The next turn tries again")]
    private partial void Broke(Exception fault);
}
