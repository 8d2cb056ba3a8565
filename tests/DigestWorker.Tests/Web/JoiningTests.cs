using System.Net;
using System.Text.RegularExpressions;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>Joining by oneself, over real HTTP and with the letter as it is really sent.</summary>
public sealed partial class JoiningTests : PageTests
{
    [Fact]
    public async Task Somebody_asks_confirms_by_the_letter_and_is_a_subscriber_by_their_own_choice()
    {
        var asked = await AskAsync("Lead@School.example.org", "headteacher");
        Assert.Equal((HttpStatusCode.OK, "Check your inbox"), (asked.Status, asked.Title));
        Assert.Empty(Subscribers());
        Assert.Equal(SubscriberState.Pending, Assert.Single(Pending()).State);

        var link = await LinkAsync();
        var shown = await Visitor.LookAsync(link);
        Assert.Equal("Confirm your email address", shown.Title);
        Assert.Contains("L***@School.example.org will get the weekly digest for headteachers. Releases about Wales come first.", shown.Body, StringComparison.Ordinal);
        Assert.Empty(Subscribers());

        Assert.Equal("You get the weekly digest", (await Visitor.SendAsync(link)).Title);
        Assert.Empty(Pending());
        var subscriber = Assert.Single(Subscribers());
        Assert.Equal(("Lead@School.example.org", "headteacher", "Wales"), (subscriber.Email, Assert.Single(subscriber.Roles), Assert.Single(subscriber.Areas)));
        Assert.Equal(1, Newsroom.Scalar("select count(*) from subscription where asked_by = 'Self' and wording like 'We hold your email address%'"));
        Assert.Equal(1, Newsroom.Scalar("select count(*) from subscriber_change where actor = 'Subscriber' and wording like 'We hold%'"));
    }

    [Fact]
    public async Task The_letter_comes_from_another_address_than_digests_and_belongs_to_no_list()
    {
        await AskAsync("lead@school.example.org");
        await LinkAsync();
        var letter = await File.ReadAllTextAsync(Assert.Single(Newsroom.Mails));

        Assert.Contains("From: Digest <digest+confirm@example.org>\r\n", letter, StringComparison.Ordinal);
        Assert.Contains("Reply-To: team@example.org\r\n", letter, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated\r\n", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nList-", letter, StringComparison.Ordinal);
        Assert.Equal(0, Newsroom.Scalar("select count(*) from letter where text like '%confirm/%' or html like '%confirm/%'"));
    }

    [Fact]
    public async Task The_link_works_once_and_looking_never_uses_it()
    {
        await AskAsync("lead@school.example.org");
        var link = await LinkAsync();
        foreach (var _ in Enumerable.Range(0, 50))
        {
            await Visitor.LookAsync(link);
        }

        Assert.Equal(HttpStatusCode.OK, (await Visitor.HeadAsync(link)).Status);
        Assert.Empty(Subscribers());
        await Visitor.SendAsync(link);
        Get<Subscribers>().Remove("lead@school.example.org", Monday);

        Assert.Equal("This is confirmed already", (await Visitor.SendAsync(link)).Title);
        Assert.Empty(Subscribers());
    }

    [Fact]
    public async Task After_seven_days_the_link_opens_nothing()
    {
        await AskAsync("lead@school.example.org");
        var link = await LinkAsync();
        Newsroom.Clock.Now = Monday.AddDays(7);

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.SendAsync(link)).Status);
        Assert.Empty(Subscribers());
    }

    [Fact]
    public async Task Known_unknown_and_opted_out_addresses_get_the_same_answer_and_each_one_letter_an_hour()
    {
        Newsroom.Subscribe("known@example.org");
        Get<Stops>().Object("stopped@example.org", Monday);

        var answers = new List<string>();
        foreach (var address in new[] { "known@example.org", "new@example.org", "stopped@example.org", "new@example.org", "NEW@example.org" })
        {
            answers.Add((await AskAsync(address)).Body);
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal(3, await Get<SendLetters>().RunAsync(TestContext.Current.CancellationToken));
        Newsroom.Clock.Now = Monday.AddMinutes(61);
        await AskAsync("new@example.org");
        Assert.Equal(1, await Get<SendLetters>().RunAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_spellings_of_one_domain_get_one_letter_an_hour_too()
    {
        await AskAsync("new@schöne-schule.example.org");
        await AskAsync("new@xn--schne-schule-6ib.example.org");

        Assert.Equal(1, Newsroom.Scalar("select count(*) from confirmation"));
    }

    [Fact]
    public async Task Only_the_own_confirmation_brings_somebody_back_who_had_stopped()
    {
        Get<Stops>().Object("lead@school.example.org", Monday);
        Newsroom.Subscribe("lead@school.example.org");
        Assert.Empty(Subscribers());

        await AskAsync("lead@school.example.org");
        Assert.Empty(Subscribers());
        await Visitor.SendAsync(await LinkAsync());

        Assert.Equal(SubscriberState.Active, Assert.Single(Subscribers()).State);
    }

    [Fact]
    public async Task A_pause_from_before_is_no_part_of_a_new_subscription()
    {
        Newsroom.Subscribe("lead@school.example.org");
        var token = Assert.Single(Subscribers()).Token;
        Get<Choices>().Pause(token, new DateOnly(2027, 1, 4), Monday);
        await Visitor.SendAsync($"u/{token}");
        await AskAsync("lead@school.example.org");
        await Visitor.SendAsync(await LinkAsync());

        await Visitor.SendAsync($"u/{token}");
        await Visitor.SendAsync($"u/{token}/undo");

        Assert.Equal(SubscriberState.Active, Assert.Single(Subscribers()).State);
    }

    [Fact]
    public async Task Of_two_clicks_at_once_one_confirms()
    {
        await AskAsync("lead@school.example.org");
        var link = await LinkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Visitor.SendAsync(link)));

        Assert.Single(answers, answer => answer.Title == "You get the weekly digest");
        Assert.Equal(7, answers.Count(answer => answer.Title == "This is confirmed already"));
        Assert.Equal(1, Newsroom.Scalar("select count(*) from subscriber_change"));
    }

    [Theory]
    [InlineData("", "headteacher", "Wales", "Write one email address")]
    [InlineData("a@b@c.example.org", "headteacher", "Wales", "Write one email address")]
    [InlineData("a@example.org, b@example.org", "headteacher", "Wales", "Write one email address")]
    [InlineData("lead@school.example.org\r\nBcc: x@example.org", "headteacher", "Wales", "Write one email address")]
    [InlineData("lead@school.example.org", "wizard", "Wales", "Choose at least one role")]
    [InlineData("lead@school.example.org", "headteacher", "Atlantis", "Choose an area from the list")]
    public async Task What_is_wrong_stands_beside_the_field_and_in_a_summary(string email, string role, string area, string mistake)
    {
        var answer = await Visitor.SendAsync("subscribe", ("email", email), ("role", role), ("area", area));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(2, Regex.Count(answer.Body, Regex.Escape(mistake), RegexOptions.NonBacktracking));
        Assert.Equal(0, Newsroom.Scalar("select count(*) from letter"));
    }

    [Fact]
    public async Task A_script_in_a_field_stays_text()
    {
        var answer = await Visitor.SendAsync("subscribe", ("email", "\"><script>alert(1)</script>"), ("role", "headteacher"));

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    private Task<Visitor.Answer> AskAsync(string address, string role = "designated-safeguarding-lead") =>
        Visitor.SendAsync("subscribe", ("email", address), ("role", role), ("area", "Wales"));

    /// <summary>Where the newest letter leads, below the public address.</summary>
    private async Task<string> LinkAsync()
    {
        Assert.Equal(1, await Get<SendLetters>().RunAsync(TestContext.Current.CancellationToken));
        var letter = (await File.ReadAllTextAsync(Assert.Single(Newsroom.Mails))).Replace("=\r\n", "", StringComparison.Ordinal);
        return Link().Match(letter).Groups[1].Value;
    }

    private IReadOnlyList<Subscriber> Pending() => Get<Confirmations>().Pending(Newsroom.Clock.Now);

    [GeneratedRegex("https://digest.example.org/weekly/(confirm/[0-9a-f]{32})", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
