using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>The whole program against the shared mail server, whose faults change from run to run.</summary>
public sealed class SharedSmtpSinkTests
{
    private const int Subscribers = 200, Refused = 20;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly string[] FaultsOfRuns =
    [
        "greylist=1&reject=^s..7@&max_msgs=20",
        "tempfail=^s1&no_ehlo=1&drop=after&every=20",
        "tempfail=&no_ehlo=0&drop=before",
        "drop=&fail_data=451&every=5",
        "fail_data=0",
    ];

    [Fact]
    public async Task The_report_adds_up_and_what_came_twice_is_what_the_server_kept_quiet_about()
    {
        Assert.SkipUnless(File.Exists(SharedSmtpSink.Script) && Tool.IsThere("python3"), "The shared mail server, or Python, is not here.");
        using var sink = await SharedSmtpSink.StartAsync();
        using var newsroom = new Newsroom(Monday) { MailServer = sink.Port };
        await newsroom.PrepareEditionAsync(Subscribers);
        foreach (var faults in FaultsOfRuns)
        {
            await sink.SetAsync(faults);
            Assert.Null((await newsroom.DigestAsync()).Sent!.Stopped);
            newsroom.Clock.Now += TimeSpan.FromHours(4);
        }

        newsroom.Restart();
        var report = await new DigestWorkerApp(newsroom.Folder).RunAsync("digest", "report", "--week", "2026-W47", "--json");
        var (edition, mails) = (JsonDocument.Parse(report.Out).RootElement, await sink.ReportAsync());
        Assert.Equal(Subscribers, Count(edition, "subscribers"));
        Assert.Equal((Subscribers - Refused, Refused), (Count(edition.GetProperty("states"), "sent"), Count(edition.GetProperty("states"), "failed")));
        Assert.Equal((Subscribers - Refused, Subscribers - Refused), (Count(mails, "recipients"), Count(mails, "distinct_message_ids")));
        Assert.InRange(Count(mails, "lost_before_250"), 1, Subscribers);
        Assert.Equal(Count(mails, "lost_after_250"), Count(mails, "copies") - (Subscribers - Refused));
        Assert.Equal("{}", mails.GetProperty("problems").GetRawText());
    }

    private static int Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();
}
