using DigestWorker.Pipeline;
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
internal sealed class HousekeepJob(Housekeep housekeep) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        housekeep.Run();
        return ValueTask.CompletedTask;
    }
}

[DisallowConcurrentExecution]
internal sealed class BouncesJob(DigestSettings settings, ReadBounces read, IHostApplicationLifetime host) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        read.Run(settings.Delivery.BounceMaildir!, host.ApplicationStopping);
        return ValueTask.CompletedTask;
    }
}
