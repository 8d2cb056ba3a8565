using System.Diagnostics;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Pipeline.Sending;

public sealed class DomainPaceTests
{
    [Fact]
    public async Task No_more_mails_a_minute_take_their_turn_than_are_allowed()
    {
        using var pace = new DomainPace(new SmtpSettings { PerMinute = 300 }, TimeProvider.System);

        // Five at once, then five a second.
        Assert.InRange(await SecondsAsync(pace, Enumerable.Repeat("a.example.org", 9)), 0.5, 5);
    }

    [Fact]
    public async Task A_limit_for_a_domain_holds_back_no_other_domain()
    {
        using var pace = new DomainPace(new SmtpSettings { PerMinuteAndDomain = 60 }, TimeProvider.System);

        Assert.InRange(await SecondsAsync(pace, Enumerable.Range(0, 200).Select(at => $"d{at}.example.org")), 0, 0.9);
        Assert.InRange(await SecondsAsync(pace, ["a.example.org", "a.example.org"]), 0.5, 5);
    }

    private static async Task<double> SecondsAsync(DomainPace pace, IEnumerable<string> domains)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var domain in domains)
        {
            await pace.WaitTurnAsync(domain, TestContext.Current.CancellationToken);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
