using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Composing;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Who is told, in the first digest, that a team added them; and what every digest says of how it came to be.</summary>
public sealed class FirstNoticeTests : IDisposable
{
    private const string Heading = "How you come to get this digest", InText = "HOW YOU COME TO GET THIS DIGEST";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6)) { PublicUrl = "https://digest.example.org" };

    [Fact]
    public async Task The_first_digest_of_somebody_whom_a_team_added_says_so_above_all_else_and_the_second_does_not()
    {
        await BringAsync("a");
        AddToTeam("Schools group", "lead@example.org");
        BelongsTo("Schools group", "Sample Partnership");

        var first = await MailAsync(Monday);
        await BringAsync("a", "b");
        var second = await MailAsync(Monday.AddDays(7));

        var text = MailText.OfText(first.Text);
        Assert.Contains(
            "HOW YOU COME TO GET THIS DIGEST Who: Schools group of Sample Partnership added you on 17 November 2026. Contact: office@partnership.example.org. "
            + "What is held: your email address, your name, your roles and areas, and what was sent to you.", text, StringComparison.Ordinal);
        Assert.Contains("Lawful basis: legitimate interests.", text, StringComparison.Ordinal);
        Assert.Contains("You can object at any time: reply to this email, or use \"Stop this digest\" at its end.", text, StringComparison.Ordinal);
        Assert.True(first.Text.IndexOf(InText, StringComparison.Ordinal) < first.Text.IndexOf("YOUR WEEK", StringComparison.Ordinal));
        var box = Assert.Single(MailText.Parse(first.Html).QuerySelectorAll("td"), cell => cell.FirstElementChild?.TextContent.Trim() == Heading);
        Assert.Equal(6, box.Children.Length);
        Assert.Contains("use \"Stop this digest\" at its end", box.TextContent, StringComparison.Ordinal);
        Assert.All(first.Text.Split('\n'), line => Assert.True(line.Length <= 78, line));
        Assert.DoesNotContain(InText, second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Heading, second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_notice_there_is_neither_an_empty_box_nor_a_blank_line()
    {
        await BringAsync("a");
        _newsroom.Subscribe("lead@example.org");

        var mail = await MailAsync(Monday);

        Assert.Contains("=\n\nYOUR WEEK IN SAFEGUARDING\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("border:2px solid #12395b", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\uE000', mail.Text + mail.Html);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from digest where notice = ''"));
    }

    [Fact]
    public async Task Whoever_asked_for_the_digest_needs_no_notice_even_where_a_team_names_them_too()
    {
        await BringAsync("a");
        AddToTeam("Schools group", "lead@example.org");
        Ask("lead@example.org", Monday.AddDays(-3));

        var mail = await MailAsync(Monday);

        Assert.DoesNotContain(InText, mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            "You subscribed yourself on 20 November 2026. Schools group added you on 17 November 2026.", MailText.OfText(mail.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_mail_goes_out_where_it_has_to_be_sent_again()
    {
        await BringAsync("a");
        AddToTeam("Schools group", "lead@example.org");
        await MailAsync(Monday);
        var once = await File.ReadAllBytesAsync(Assert.Single(_newsroom.Mails), TestContext.Current.CancellationToken);
        BelongsTo("Schools group", "Sample Partnership");
        _newsroom.Scalar("update delivery set state = 'Unknown'; select 0");

        await _newsroom.DigestAsync();

        Assert.Equal(once, await File.ReadAllBytesAsync(Assert.Single(_newsroom.Mails), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_first_digest_that_failed_told_nobody_so_the_next_one_does()
    {
        await BringAsync("a");
        AddToTeam("Schools group", "lead@example.org");
        await MailAsync(Monday);
        _newsroom.Refuse();

        Assert.Contains(InText, (await MailAsync(Monday.AddDays(7))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_and_is_added_anew_by_another_team_is_told_again()
    {
        await BringAsync("a");
        AddToTeam("Schools group", "lead@example.org");
        await MailAsync(Monday);
        _newsroom.Services.GetRequiredService<Subscribers>().Remove("lead@example.org", Monday.AddDays(1));
        _newsroom.Clock.Now = Monday.AddDays(2);
        AddToTeam("Board", "lead@example.org");
        await BringAsync("a", "b");

        Assert.Contains("Who: Board added you on 25 November 2026.", MailText.OfText((await MailAsync(Monday.AddDays(7))).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reader_s_own_page_has_the_notice_too()
    {
        await BringAsync("a");
        AddToTeam("Schools <group>", "lead@example.org");
        await MailAsync(Monday);
        var token = Assert.Single(_newsroom.Services.GetRequiredService<Subscribers>().All()).Token;

        var page = _newsroom.Services.GetRequiredService<ReadDigest>().Run(EditionWeek.LastComplete(Monday), token)!;

        Assert.Contains("Who: Schools <group> added you on 17 November 2026.", MailText.OfHtml(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_teams_on_two_days_are_named_each_with_its_day()
    {
        await BringAsync("a");
        AddToTeam("Board", "lead@example.org");
        AddToTeam("Schools group", "lead@example.org");
        _newsroom.Clock.Now = Monday.AddDays(-2);
        AddToTeam("A later team", "lead@example.org");

        Assert.Contains(
            "Board and Schools group added you on 17 November 2026. A later team added you on 21 November 2026.",
            MailText.OfText((await MailAsync(Monday)).Text), StringComparison.Ordinal);
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task BringAsync(params string[] ids)
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", [.. ids.Select(id => FeedEntry.Grooming(id))]);
        await _newsroom.CollectAsync();
    }

    private void AddToTeam(string team, string address) => _newsroom.Services.GetRequiredService<Teams>()
        .Add(team, [new Joiner(address, "Sam Sample", ["designated-safeguarding-lead"], [])], (Actor.Admin, _newsroom.Clock.Now));

    private void BelongsTo(string team, string organisation) => _newsroom.Scalar($"""
        insert into organisation (key, name, contact) values ('sample', '{organisation}', 'office@partnership.example.org');
        update team set organisation_id = (select id from organisation) where name = '{team}';
        select 0
        """);

    private void Ask(string address, DateTimeOffset at) => _newsroom.Services.GetRequiredService<Database>().InTransaction(connection =>
        _newsroom.Services.GetRequiredService<Joining>().Join(connection, new Joiner(address, null, [], []), AskedBy.Self, (at, "the wording")));

    /// <summary>Publishes and reads the newest mail back.</summary>
    private async Task<(string Text, string Html)> MailAsync(DateTimeOffset at)
    {
        _newsroom.Clock.Now = at;
        var before = _newsroom.Mails;
        await _newsroom.DigestAsync();
        var message = StrictMessage.Read(await File.ReadAllBytesAsync(Assert.Single(_newsroom.Mails.Except(before)), TestContext.Current.CancellationToken));
        return (message.Parts[0].Text.ReplaceLineEndings("\n"), message.Parts[1].Text.ReplaceLineEndings("\n"));
    }
}
