using System.Text.Json;
using DigestWorker.Delivering.Dkim;
using DigestWorker.Tests.Delivering.Dkim;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>Mails of the real program, judged whole by tools of others.</summary>
public sealed class MailCheckTests(MailChecker checker) : IClassFixture<MailChecker>, IDisposable
{
    private const string Address = "https://digest.example.org";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    // One publisher tells each thing once, and two of them tell of different subjects: nothing of it is one release.
    private static readonly string[] Subjects =
        ["online grooming", "county lines", "child neglect", "domestic abuse", "modern slavery", "self-harm", "forced marriage", "missing children"];

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_demos_first_digests_of_four_roles_pass_every_check()
    {
        MailChecker.Need();
        await new DigestWorkerApp(_folder.Path).RunAsync("demo");

        await AllPassAsync(Directory.GetFiles(_folder.File("demo-out/mails"), "*.eml"), mails: 4);
    }

    [Fact]
    public async Task A_week_of_four_hundred_releases_passes_every_check()
    {
        MailChecker.Need();
        using var newsroom = new Newsroom(Monday.AddDays(-6)) { PublicUrl = Address };
        foreach (var (at, subject) in Subjects.Index())
        {
            newsroom.Publish($"Sample council {at}", [.. Enumerable.Range(1, 75).Select(number => Report(subject, (at * 75) + number))]);
        }

        newsroom.Subscribe("lead@example.org");
        await newsroom.CollectAsync();
        newsroom.Clock.Now = Monday;
        await newsroom.DigestAsync();

        Assert.True(newsroom.Scalar("select count(distinct release_id) from entry") >= 400);
        await AllPassAsync(newsroom.Mails, mails: 1);
    }

    [Fact]
    public async Task A_note_after_four_empty_weeks_and_a_digest_of_hostile_titles_pass_every_check()
    {
        MailChecker.Need();
        using var newsroom = new Newsroom(Monday.AddDays(-6)) { PublicUrl = Address };
        newsroom.Publish("Sample council");
        await newsroom.CollectAsync();
        newsroom.Publish("Sample council", Hostile());
        await newsroom.CollectAsync();
        newsroom.Subscribe("lead@example.org");
        foreach (var week in Enumerable.Range(0, 5))
        {
            newsroom.Clock.Now = Monday.AddDays(7 * week);
            await newsroom.DigestAsync();
        }

        await AllPassAsync(newsroom.Mails, mails: 2);
    }

    [Fact]
    public async Task A_signed_mail_passes_both_verifiers_and_a_changed_one_neither()
    {
        MailChecker.Need();
        await new DigestWorkerApp(_folder.Path).RunAsync("demo");
        using var signer = new DkimSigner(AKey.Settings, TimeProvider.System);
        var mail = _folder.File("signed.eml");
        var signed = signer.Sign(await File.ReadAllBytesAsync(Directory.GetFiles(_folder.File("demo-out/mails"), "*.eml")[0], TestContext.Current.CancellationToken));
        var dns = _folder.Write("dns.json", JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"TXT {AKey.Record.Name}"] = AKey.Record.Value,
            ["TXT _dmarc.example.org"] = "v=DMARC1; p=reject",
        }));

        await File.WriteAllBytesAsync(mail, signed, TestContext.Current.CancellationToken);
        Assert.Empty(await checker.FailsAsync(mail, dns));

        signed[^20] ^= 1;
        await File.WriteAllBytesAsync(mail, signed, TestContext.Current.CancellationToken);
        var fails = await checker.FailsAsync(mail, dns);
        Assert.Contains("signed.eml: DKIM verifies (mailauth)", fails);
        Assert.Contains("signed.eml: DKIM verifies (dkimpy)", fails);
    }

    public void Dispose() => _folder.Dispose();

    private async Task AllPassAsync(string[] found, int mails)
    {
        Assert.Equal(mails, found.Length);
        var fails = new List<string>();
        foreach (var pair in found.Chunk(2))
        {
            fails.AddRange((await Task.WhenAll(pair.Select(mail => checker.FailsAsync(mail)))).SelectMany(each => each));
        }

        Assert.True(fails.Count == 0, string.Join(Environment.NewLine, fails));
    }

    private static FeedEntry Report(string subject, int number) => new(
        $"r{number}",
        $"Figures on {subject}, report {number}",
        $"Reports of {subject} came to {1000 + (number * 37)} in 2025/26. Of these {10 + (number % 80)}% told of {subject} in a school.",
        Monday.AddDays(-5).AddMinutes(number));

    private static FeedEntry[] Hostile() =>
    [
        new("h1", "Online grooming {{Subject}} \u202e\u200bdesrever 👩‍🏫", "A rise of 12% to 3,410 reports of online grooming in 2025/26. {{{Why}}}"),
        new("h2", string.Concat(Enumerable.Repeat("Online grooming and what was counted ", 3_000)), string.Concat(Enumerable.Repeat("Reports of online grooming came to 5,204 in 2025/26. ", 2_000))),
        new("h3", "Online grooming: =SUM(A1:A9) and \"quotes\" & 'more'", "Reports of online grooming fell by 4% to 2,118.") { Url = "javascript:alert(1)" },
        new("h5", "Online grooming <script>alert(1)</script><img src=x onerror=alert(1)> <b>bold</b>", "<p>Reports of online grooming rose by 8%.</p><iframe src='https://evil.example.org/'></iframe><style>*{display:none}</style>"),
        new("h6", "Online grooming\r\nBcc: everybody@example.org\r\n\r\nbody", $"Reports of online grooming: {new string('x', 4_000)} rose by 9%. Schools told of more.") { Url = "data:text/html,x" },
        new("h4", "Guidance on online grooming", "Schools must tell parents about online grooming.") { Url = "https://user:pw@news.example.org/x" },
    ];
}
