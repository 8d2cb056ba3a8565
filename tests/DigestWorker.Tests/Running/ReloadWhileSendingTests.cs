using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Running;

/// <summary>An edition that is on its way while the settings change, and the edition after it.</summary>
public sealed partial class ReloadWhileSendingTests : IAsyncDisposable
{
    private const int Subscribers = 300;

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 17, 7, 31, 0, TimeSpan.Zero));
    private readonly SmtpSink _sink = new(new SmtpSinkScript());
    private readonly SupervisedProgram _program;

    public ReloadWhileSendingTests() => _program = new SupervisedProgram(_clock);

    [Fact]
    public async Task None_is_lost_none_comes_twice_and_the_next_edition_follows_the_new_settings()
    {
        Prepare();
        Tell("Online grooming offences rise in new police statistics", "Police recorded 7,062 offences of sexual communication with a child last year.");
        await _program.StartAsync();
        await _program.Log.HaveAsync("0 digests composed");
        ComeTo(new DateTimeOffset(2026, 11, 23, 7, 31, 0, TimeSpan.Zero));
        await _program.Log.UntilAsync(() => _sink.Messages.Count > 40, "the first mails");
        _program.Settings["Delivery"]!["Smtp"]!["PerMinute"] = 0;
        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync("Settings reloaded: Digest, Delivery");
        Assert.InRange(_program.Log.Count("Stopped in the middle"), 1, 3);
        await SentAsync(Subscribers);

        Assert.All(Mails(), mail => Assert.Contains("First title", mail, StringComparison.Ordinal));

        Tell("Fewer children on child protection plans, government statistics show", "There were 49,900 children on a child protection plan at 31 March.");
        ComeTo(new DateTimeOffset(2026, 11, 26, 7, 31, 0, TimeSpan.Zero));
        await _program.Log.HaveAsync(": 1 new entries", times: 2);
        ComeTo(new DateTimeOffset(2026, 11, 30, 7, 31, 0, TimeSpan.Zero));
        await SentAsync(2 * Subscribers);

        Assert.All(Mails().Skip(Subscribers), mail => Assert.Contains("Second title", mail, StringComparison.Ordinal));
        Assert.All(Mails().GroupBy(mail => Recipient().Match(mail).Value, StringComparer.Ordinal), mails => Assert.Equal(2, mails.Count()));
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _sink.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private void Prepare()
    {
        _program.Settings["Sources"] = JsonSerializer.SerializeToNode(new[] { new { Name = "charity", Url = "file:feed.xml" } });
        _program.Settings["Subscribers"] = JsonSerializer.SerializeToNode(
            Enumerable.Range(0, Subscribers).Select(at => new { Email = $"s{at}@example.org", Roles = new[] { "designated-safeguarding-lead" } }));
        _program.Settings["Delivery"]!["Transport"] = "Smtp";
        _program.Settings["Delivery"]!["Smtp"] = JsonSerializer.SerializeToNode(
            new { Host = "localhost", _sink.Port, Security = "None", PerMinute = 3_000, Connections = 2 });
        _program.Settings["Alerts"] = JsonSerializer.SerializeToNode(new { EditionHours = 24 });
    }

    // The scheduler sleeps until the clock of the machine wakes it; a host that begins looks at once.
    private void ComeTo(DateTimeOffset now)
    {
        _clock.Now = now;
        _program.Settings["Alerts"]!["EditionHours"] = now.Day;
        _program.Save();
    }

    private void Tell(string title, string text) => _program.Folder.Write("feed.xml", $"""
        <rss version="2.0"><channel><title>f</title><item><link>https://charity.example.org/{title.Replace(' ', '-')}</link>
        <title>{title}</title><pubDate>{_clock.Now:R}</pubDate><description>{text}</description>
        </item></channel></rss>
        """);

    // Waits a little for one too many.
    private async Task SentAsync(int mails)
    {
        await _program.Log.UntilAsync(() => _sink.Messages.Count >= mails, $"{mails} mails, but {_sink.Messages.Count} came");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(mails, _sink.Messages.Count);
    }

    private IEnumerable<string> Mails() => _sink.Messages.Select(Encoding.UTF8.GetString);

    [GeneratedRegex(@"^To:[^\r]+", RegexOptions.Multiline)]
    private static partial Regex Recipient();
}
