using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Status;
using DigestWorker.Pipeline.Watching;

namespace DigestWorker.Scheduling;

/// <summary>What each of several workers has to do for itself, since of a shared schedule only one of them hears.</summary>
internal sealed class OwnRounds(Turn turn, Pulse pulse, NoteSettings note, TimeProvider time) : BackgroundService
{
    private const int BeatsBetweenNotes = 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Schedule.PulseEvery, time);
        for (var beats = 0; !stoppingToken.IsCancellationRequested; beats++)
        {
            await turn.RunAsync(pulse.Beat);
            if (beats % BeatsBetweenNotes == 0)
            {
                await turn.RunAsync(note.Run);
            }

            await turn.RunAsync(() => timer.WaitForNextTickAsync(stoppingToken).AsTask());
        }
    }
}
