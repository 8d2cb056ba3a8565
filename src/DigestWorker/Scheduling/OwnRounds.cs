using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Watching;

namespace DigestWorker.Scheduling;

/// <summary>What each of several workers has to do for itself, since of a shared schedule only one of them hears.</summary>
internal sealed class OwnRounds(Turn turn, OwnLook look, NoteSettings note, TimeProvider time) : BackgroundService
{
    private const int BeatsBetweenNotes = 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Schedule.PulseEvery, time);
        var telling = Task.CompletedTask;
        for (var beats = 0; !stoppingToken.IsCancellationRequested; beats++)
        {
            await turn.RunAsync(look.Run);
            telling = telling.IsCompleted ? turn.RunAsync(() => look.TellAsync(stoppingToken)) : telling;
            if (beats % BeatsBetweenNotes == 0)
            {
                await turn.RunAsync(note.Run);
            }

            await turn.RunAsync(() => timer.WaitForNextTickAsync(stoppingToken).AsTask());
        }

        await telling;
    }
}
