using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Scheduling;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Tests.Scheduling;

public sealed class WatchJobTests : IDisposable
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)) { AdminAddress = "admin@example.org" };

    [Fact]
    public async Task A_worker_that_has_just_begun_makes_good_what_an_outage_swallowed_before_it_looks()
    {
        The<SendingPauses>().Begin("the mail server refused the log-in", _newsroom.Clock.Now);
        var job = new WatchJob(The<Turn>(), The<WatchService>(), new Youth(_newsroom.Clock), The<IHostApplicationLifetime>());
        _newsroom.Clock.Now += TimeSpan.FromMinutes(3);
        await job.Execute(null!, TestContext.Current.CancellationToken);
        Assert.Empty(_newsroom.Mails);

        _newsroom.Clock.Now += TimeSpan.FromMinutes(2);
        await job.Execute(null!, TestContext.Current.CancellationToken);

        Assert.Single(_newsroom.Mails);
    }

    public void Dispose() => _newsroom.Dispose();

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}
