using System.Net;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>What a monitoring program hears, which gives up after a few seconds.</summary>
public sealed class HealthTests : PageTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_within_seconds_however_many_ask()
    {
        using var held = new ManualResetEventSlim();
        var writing = Task.Run(() => Get<Database>().InTransaction(_ => held.Wait(TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        try
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Visitor.LookAsync("healthz/ready"))).WaitAsync(Soon, TestContext.Current.CancellationToken);
            Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: the database has not answered for 5 seconds\n"), (answer.Status, answer.Body)));
        }
        finally
        {
            held.Set();
            await writing;
        }

        Assert.Equal("ready\n", (await Visitor.LookAsync("healthz/ready")).Body);
    }
}
