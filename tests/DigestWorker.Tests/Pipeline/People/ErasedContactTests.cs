using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.People;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.People;

/// <summary>What is kept about others and for others names an erased person neither: each text of each table, and each file of the folders.</summary>
public sealed class ErasedContactTests : IDisposable
{
    private const string Address = "jo.o'brien@schöne-schule.example.org", Punycode = "jo.o'brien@xn--schne-schule-6ib.example.org";

    private const string Contact = $"Jo O'Brien <Jo.O'Brien@Schöne-Schule.example.org>";

    private const string Member = "ann@school.example.org";

    private static readonly DateTimeOffset Monday = PersonRoom.Monday;

    private readonly PersonRoom _room = new();

    [Theory]
    [InlineData(Address), InlineData(Punycode)]
    public async Task The_first_digests_of_others_the_troubles_and_their_letters_name_an_erased_contact_no_more(string erased)
    {
        await FillAsync();
        Assert.NotEmpty(Naming());

        var report = await _room.Get<ErasePerson>().RunAsync(erased, TestContext.Current.CancellationToken);

        Assert.Equal((false, 1), (report!.WasKnown, report.Files));
        Assert.Empty(Naming());
        Assert.True(_room.Get<Rewriting>().Run());
        Assert.Empty(FilesNaming());
    }

    [Fact]
    public async Task Whoever_is_the_contact_too_and_all_else_that_others_were_told_stays()
    {
        await FillAsync();

        await _room.Get<ErasePerson>().RunAsync(Address, TestContext.Current.CancellationToken);

        var notice = Text("select notice from digest where notice <> ''");
        Assert.StartsWith("Who: Heads of Kent and Leads of Kent added you on 23 November 2026. Contact: Bob (bob@school.example.org) and (deleted).\nWhat is held:", notice, StringComparison.Ordinal);
        Assert.Contains("Contact: Bob (bob@school.example.org) and (deleted).", Text("select text from letter where state = 'Queued'"), StringComparison.Ordinal);
        Assert.Equal("The mail of (deleted) <***> and of jo.o'briens@example.org.", Text("select words from trouble where key = 'old'"));
    }

    [Fact]
    public async Task A_digest_that_still_waits_goes_out_without_the_erased_contact()
    {
        await FillAsync();
        _room.Get<Database>().InTransaction(connection => connection.Execute("update delivery set state = 'Queued'"));

        await _room.Get<ErasePerson>().RunAsync(Address, TestContext.Current.CancellationToken);
        await _room.Newsroom.DigestAsync();

        var mail = await File.ReadAllTextAsync(Assert.Single(_room.Newsroom.Mails, mail => File.ReadAllText(mail).Contains($"To: {Member}", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.Contains("and (deleted).", mail.Replace("=\r\n", "", StringComparison.Ordinal).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_people_answered_to_is_in_no_mail_that_is_done_with()
    {
        await FillAsync();
        _room.Get<Database>().InTransaction(connection => connection.Execute("update profile set reply_to = @Contact, sender = @Contact; update letter set state = 'Sent', sender = @Contact", new { Contact }));

        await _room.Get<ErasePerson>().RunAsync(Address, TestContext.Current.CancellationToken);

        Assert.Empty(Naming());
    }

    [Theory]
    [InlineData("digest@example.org"), InlineData("team@example.org"), InlineData("bounce@example.org")]
    public async Task Whoever_sends_the_digests_or_is_answered_to_takes_no_mail_of_others_along(string sender)
    {
        await _room.FillAsync();
        _room.Newsroom.Subscribe(sender);
        await _room.Newsroom.DigestAsync();
        Assert.Equal((5, 3), (_room.Newsroom.Mails.Length, Bounces().Length));
        await File.WriteAllTextAsync(
            Path.Combine(_room.Maildir, "new", "own.mail"),
            $"To: someone@example.org\r\n\r\nFinal-Recipient: rfc822;\r\n {sender}\r\n", TestContext.Current.CancellationToken);

        var report = await _room.Get<ErasePerson>().RunAsync(sender, TestContext.Current.CancellationToken);

        Assert.Equal(2, report!.Files);
        Assert.Equal((4, 3), (_room.Newsroom.Mails.Length, Bounces().Length));
        Assert.DoesNotContain(_room.Newsroom.Mails, mail => File.ReadAllText(mail).Contains($"\nTo: {sender}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_goes_whatever_the_case_of_letters_in_its_address()
    {
        await FillAsync();
        _room.Get<Database>().InTransaction(connection => connection.Execute("update letter set recipient = 'JO.O''BRIEN@SCHÖNE-SCHULE.example.org', subscriber_id = null"));

        await _room.Get<ErasePerson>().RunAsync(Address, TestContext.Current.CancellationToken);

        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from letter"));
    }

    public void Dispose() => _room.Dispose();

    private async Task FillAsync()
    {
        var newsroom = _room.Newsroom;
        newsroom.Organisations = new { kent = new { Name = "Kent", Teams = new { leads = new { Name = "Leads", Contact }, heads = new { Name = "Heads", Contact = "Bob <bob@school.example.org>" } } } };
        newsroom.Publish("charity");
        await newsroom.CollectAsync();
        newsroom.Publish("charity", FeedEntry.Grooming("a"));
        newsroom.Clock.Now = Monday.AddHours(-1);
        await newsroom.CollectAsync();
        newsroom.Clock.Now = Monday;
        _room.Get<Organisations>().Follow(_room.Get<DigestSettings>().Organisations);
        foreach (var team in new[] { "leads", "heads" })
        {
            _room.Get<Teams>().Add(team, [new Joiner(Member, null, ["governor"], [])], (Actor.Admin, Monday));
        }

        Assert.Equal(1, (await newsroom.DigestAsync()).Sent!.Sent);
        var id = newsroom.Scalar($"select id from subscriber where address = '{Member}'");
        Assert.True(_room.Get<CopyLetter>().Run(id, Member));
        _room.Get<Troubles>().Note(
            TroubleTopic.Rosters.Name,
            new Dictionary<string, string> { ["old"] = "The mail of Jo O'Brien <***> and of jo.o'briens@example.org.", ["new"] = $"Nobody answers: {Contact}, {Punycode}." },
            Monday);
    }

    private string[] Bounces() => Directory.GetFiles(_room.Maildir, "*", SearchOption.AllDirectories);

    private string Text(string sql)
    {
        using var connection = _room.Database.Open();
        return connection.QueryFirst<string>(sql);
    }

    // Every text of every table, by what stands there and not by what the program asks for.
    private List<string> Naming()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        using var connection = _room.Database.Open();
        var columns = connection.Query<(string Table, string Column)>("""
            select m.name, c.name from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT'
            """).ToList();
        Assert.True(columns.Count > 50, $"{columns.Count} columns");
        return [.. columns.Where(one => connection.Query<string>($"select \"{one.Column}\" from \"{one.Table}\" where \"{one.Column}\" is not null").Any(IsNaming)).Select(one => $"{one.Table}.{one.Column}")];
    }

    private List<string?> FilesNaming()
    {
        using var held = _room.Newsroom.HoldOpen();
        return [.. Directory.EnumerateFiles(_room.Newsroom.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "appsettings.json" && IsNaming(Decoded(file)))
            .Select(Path.GetFileName)];
    }

    // As a mail program shows it: quoted-printable UTF-8.
    private static string Decoded(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var plain = Regex.Replace(Encoding.Latin1.GetString(bytes.ToArray()).Replace("=\r\n", "", StringComparison.Ordinal), "=([0-9A-F]{2})", match => $"{(char)Convert.ToByte(match.Groups[1].Value, 16)}");
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(plain));
    }

    private static bool IsNaming(string text) => Regex.IsMatch(System.Net.WebUtility.HtmlDecode(text), "O'Brien(?!s)", RegexOptions.IgnoreCase);
}
