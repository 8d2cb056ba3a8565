using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Status;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;
using Quartz;

namespace DigestWorker.Scheduling;

// Jobs listen to the host's stopping, not to Quartz's token: Ctrl-C and SIGTERM must reach them in the middle of anything.

[DisallowConcurrentExecution]
internal sealed class CollectJob(Weekly weekly, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await weekly.CollectAsync(host.ApplicationStopping);
}

[DisallowConcurrentExecution]
internal sealed class PublishJob(Weekly weekly, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await weekly.PublishDueAsync(host.ApplicationStopping);
}

[DisallowConcurrentExecution]
internal sealed class HousekeepJob(Turn turn, Housekeep housekeep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await turn.RunAsync(housekeep.Run);
}

[DisallowConcurrentExecution]
internal sealed class BouncesJob(Turn turn, FetchBounces fetch, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await turn.RunAsync(() => fetch.Run(host.ApplicationStopping));
}

[DisallowConcurrentExecution]
internal sealed class BackupJob(Nightly nightly, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await nightly.BackUpAsync(host.ApplicationStopping);
}

[DisallowConcurrentExecution]
internal sealed class LettersJob(Turn turn, SendLetters send, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await turn.RunAsync(() => send.RunAsync(host.ApplicationStopping));
}

[DisallowConcurrentExecution]
internal sealed class SettingsJob(Turn turn, NoteSettings note) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await turn.RunAsync(note.Run);
}

[DisallowConcurrentExecution]
internal sealed class PulseJob(Turn turn, Pulse pulse) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await turn.RunAsync(pulse.Beat);
}

[DisallowConcurrentExecution]
internal sealed class WatchJob(Turn turn, WatchService watch, Youth youth, IHostApplicationLifetime host) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await turn.RunAsync(() => youth.Lasts ? Task.CompletedTask : watch.RunAsync(host.ApplicationStopping));
}
