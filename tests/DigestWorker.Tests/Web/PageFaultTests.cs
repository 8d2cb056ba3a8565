using System.Net;
using DigestWorker.Tests.Support;
using DigestWorker.Tests.Telemetry;

namespace DigestWorker.Tests.Web;

/// <summary>A database that fails while somebody reads a page.</summary>
public sealed class PageFaultTests : PageTests
{
    [Fact]
    public async Task The_reader_is_asked_to_come_back_and_the_log_says_in_words_why()
    {
        using var logs = CapturedLogs.Of(Newsroom.Services);
        Newsroom.Scalar("alter table subscriber rename to gone; select 1");

        var answer = await Visitor.LookAsync("u/abcdefghijklmnopqrstuvwxyz012345");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "This did not work"), (answer.Status, answer.Title));
        var line = Assert.Single(logs.Lines, line => line.Contains("could not be answered", StringComparison.Ordinal));
        Assert.Contains("The database ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
    }
}
