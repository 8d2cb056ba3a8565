using System.Diagnostics;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Tests.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.Sending;

public sealed class MailRateTests : IDisposable
{
    private readonly SettingsFolder _folder = new();
    private readonly TempDatabase _temp = new();

    [Fact]
    public async Task No_more_mails_a_minute_take_their_turn_than_are_allowed()
    {
        using var rate = Rate("""{ "PerMinute": 300 }""");

        // One service sends five at once, then five a second; several workers send five a second.
        Assert.InRange(await SecondsAsync(rate, Enumerable.Repeat("a.example.org", 9)), 0.5, 5);
    }

    [Fact]
    public async Task A_limit_for_a_domain_holds_back_no_other_domain()
    {
        using var rate = Rate("""{ "PerMinuteAndDomain": 60 }""");

        Assert.InRange(await SecondsAsync(rate, Enumerable.Range(0, 50).Select(at => $"d{at}.example.org")), 0, 5);
        Assert.InRange(await SecondsAsync(rate, ["a.example.org", "a.example.org"]), 0.5, 5);
    }

    public void Dispose()
    {
        _temp.Dispose();
        _folder.Dispose();
    }

    private MailRate Rate(string smtp) => new(_folder.Accept($$"""{ "Delivery": { "Smtp": {{smtp}} } }"""), _temp.Database);

    private static async Task<double> SecondsAsync(MailRate rate, IEnumerable<string> domains)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var domain in domains)
        {
            await rate.WaitTurnAsync(domain, TestContext.Current.CancellationToken);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
