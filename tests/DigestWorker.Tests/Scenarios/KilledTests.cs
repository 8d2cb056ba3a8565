using System.Globalization;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>The program is killed, repeated and stopped; each subscriber still has exactly one mail.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Subscribers = 300;

    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public KilledTests() => _app = new DigestWorkerApp(_folder.Path);

    [Fact]
    public async Task Killed_in_the_middle_and_run_again_everybody_has_exactly_one_mail()
    {
        await PrepareAsync();
        var kills = 0;
        for (var mails = 40; mails < Subscribers; mails += 90)
        {
            using var process = _app.Start("digest");
            while (Mails().Length < mails && !process.HasExited)
            {
                await Task.Delay(2, TestContext.Current.CancellationToken);
            }

            kills += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var last = await _app.RunAsync("digest");

        Assert.Equal((0, ""), (last.ExitCode, last.Error));
        Assert.NotEqual(0, kills);
        Assert.Equal(Subscribers, Mails().Length);
        Assert.Equal(Subscribers, Mails().Select(Recipient).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(" 0 sent,", (await _app.RunAsync("digest")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_stops_within_ten_seconds_of_being_told()
    {
        await PrepareAsync();
        using var process = _app.Start("run");
        Assert.NotNull(await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(0, process.ExitCode);
    }

    private async Task PrepareAsync()
    {
        _folder.Write("feed.xml", $"""
            <rss version="2.0"><channel><title>f</title>
            <item><title>Online grooming offences rise in new police statistics</title><link>https://news.example.org/1</link>
            <pubDate>{DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds()):r}</pubDate>
            <description>Forces recorded more online grooming offences.</description></item></channel></rss>
            """);
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Sources = new[] { new { Name = "feed", Url = "file:feed.xml" } },
            Subscribers = Enumerable.Range(0, Subscribers).Select(at => new { Email = $"s{at}@example.org", Roles = new[] { "designated-safeguarding-lead" } }),
        }));
        var collected = await _app.RunAsync("collect");
        Assert.Equal((0, ""), (collected.ExitCode, collected.Error));
    }

    private string[] Mails() => Directory.Exists(_folder.File("outbox")) ? Directory.GetFiles(_folder.File("outbox"), "*.eml") : [];

    private static string Recipient(string mail) => File.ReadLines(mail).First(line => line.StartsWith("To:", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();
}
