using System.Net;
using System.Text.RegularExpressions;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>The page of a team's contact.</summary>
public sealed class TeamPageTests : PageTests
{
    private string _page = "";

    [Fact]
    public async Task Members_stand_with_name_masked_address_role_and_state_and_those_who_stopped_are_a_number()
    {
        Stops().Object("gone@example.org", Monday);
        var page = await Visitor.LookAsync(_page);

        Assert.Equal("north", page.Title);
        Assert.Contains("1 person gets the digest through this team; 1 does not any more.", page.Body, StringComparison.Ordinal);
        Assert.Contains("Ada Board", page.Body, StringComparison.Ordinal);
        Assert.Contains("s***@example.org", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("g***@example.org", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("stays@example.org", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_stand_by_their_names_and_a_pause_in_words()
    {
        Teams().Add("north", [new Joiner("old@example.org", null, ["role-of-last-year"], [])], (Actor.Admin, Monday));
        Newsroom.Scalar("update subscriber set state = 'Paused', paused_until = '2026-12-24' where email = 'stays@example.org'; select 0");

        var body = WebUtility.HtmlDecode((await Visitor.LookAsync(_page)).Body);

        Assert.Contains("<td>Governors and trustees</td><td>Gets it again after a pause</td>", body, StringComparison.Ordinal);
        Assert.Contains("<td>Governors and trustees</td><td>Gets it</td>", body, StringComparison.Ordinal);
        Assert.Contains("<td>'role-of-last-year', which is no role any more</td>", body, StringComparison.Ordinal);
        Assert.Contains("designated safeguarding leads", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_pasted_as_the_page_names_it_or_by_its_id()
    {
        var preview = await SendAsync("add", ("people", "a@example.org,,Governors and Trustees\nb@example.org,,designated safeguarding leads\nc@example.org,,Headteacher\nd@example.org,,Designated Safeguarding Lead"));

        Assert.Contains("4 added", preview.Body, StringComparison.Ordinal);
        Assert.Equal(
            ["designated-safeguarding-lead", "governor", "headteacher"],
            Subscribers().Where(one => one.Email.Length == "a@example.org".Length).SelectMany(one => one.Roles).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pasted_people_are_shown_first_and_added_when_that_is_confirmed()
    {
        Stops().Object("objected@example.org", Monday);
        const string people = "new@example.org, Sam New, governor\nobjected@example.org,,governor\nnonsense\nwrong@example.org,,wizard";

        var preview = await SendAsync("preview", ("people", people));
        Assert.Contains("1 would be added, 0 are in the team already.", preview.Body, StringComparison.Ordinal);
        Assert.Contains("Line 3: ", WebUtility.HtmlDecode(preview.Body), StringComparison.Ordinal);
        Assert.Contains("Line 4: 'wizard' is not a role", WebUtility.HtmlDecode(preview.Body), StringComparison.Ordinal);
        Assert.Equal(2, Subscribers().Count);

        await SendAsync("add", ("people", people));
        Assert.Equal(["gone@example.org", "new@example.org", "stays@example.org"], Subscribers().Select(one => one.Email).Order(StringComparer.Ordinal));
        Assert.Equal(1, Newsroom.Scalar("select count(*) from subscriber_change where actor = 'Organisation'"));
    }

    [Fact]
    public async Task A_member_who_is_pasted_with_another_role_is_changed_not_added()
    {
        var preview = await SendAsync("preview", ("people", "Stays@example.org,,headteacher"));

        Assert.Contains("0 would be added, 1 would be changed, 0 are in the team already.", preview.Body, StringComparison.Ordinal);
        Assert.Contains(">Change them<", preview.Body, StringComparison.Ordinal);
        Assert.Contains(">Add and change them<", (await SendAsync("preview", ("people", "Stays@example.org,,headteacher\nnew@example.org,,governor"))).Body, StringComparison.Ordinal);
        Assert.Contains("0 added, 1 changed, 0 are in the team already.", (await SendAsync("add", ("people", "Stays@example.org,,headteacher"))).Body, StringComparison.Ordinal);
        Assert.Equal(["headteacher"], Subscribers().Single(one => one.Email == "stays@example.org").Roles);
    }

    [Theory]
    [InlineData("preview"), InlineData("add")]
    public async Task Where_the_key_of_an_opt_out_is_not_here_nobody_is_added_and_the_text_stays(string step)
    {
        Newsroom.Scalar($"insert into suppression (hash, key_id, reason, at) values ({TestServer.Bytes("00ff")}, {TestServer.Bytes("01")}, 'Erased', '2026-11-01T00:00:00Z'); select 0");

        var answer = await SendAsync(step, ("people", "new@example.org, Sam New, governor"));

        Assert.Contains("Nobody can be added at the moment", answer.Body, StringComparison.Ordinal);
        Assert.Contains("new@example.org, Sam New, governor", answer.Body, StringComparison.Ordinal);
        Assert.Equal(2, Subscribers().Count);
    }

    [Fact]
    public async Task Somebody_who_is_taken_out_gets_no_more_digests()
    {
        var id = Subscribers().Single(one => one.Email == "gone@example.org").Id;
        Assert.Equal("Removed", (await SendAsync("remove", ("member", $"{id}"))).Title);

        Assert.Equal("stays@example.org", Assert.Single(Subscribers()).Email);
    }

    [Fact]
    public async Task Nothing_pasted_is_told_as_that()
    {
        var answer = await SendAsync("preview", ("people", " \n "));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Write at least one person", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_another_team_can_be_taken_out()
    {
        Teams().Add("south", [new Joiner("other@example.org", null, ["governor"], [])], (Actor.Admin, Monday));
        var other = Subscribers().Single(one => one.Email == "other@example.org").Id;
        await SendAsync("remove", ("member", $"{other}"));

        Assert.Equal(3, Subscribers().Count);
    }

    [Fact]
    public async Task The_list_is_a_file_that_no_spreadsheet_runs()
    {
        Teams().Add("north", [new Joiner("formula@example.org", "=HYPERLINK(\"https://bad.example.org\")", ["governor"], [])], (Actor.Admin, Monday));
        var file = await Visitor.LookAsync($"{_page}/export");

        Assert.Contains("'=HYPERLINK", file.Body, StringComparison.Ordinal);
        Assert.Contains("stays@example.org,Ada Board,governor,,active", file.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("add")]
    [InlineData("remove")]
    public async Task Without_the_proof_of_the_page_nothing_happens(string act)
    {
        var id = Subscribers()[0].Id;
        var answer = await Visitor.SendAsync($"{_page}/{act}", ("people", "x@example.org,,governor"), ("member", $"{id}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(2, Subscribers().Count);
    }

    [Fact]
    public async Task Two_addresses_on_one_line_are_not_taken_for_one_person_of_that_name()
    {
        var answer = await FillInAsync(_page, "/add", ("people", "a1@example.org; b1@example.org; governor"));

        Assert.Contains("write one person a line", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Subscribers(), one => one.Email == "a1@example.org");
    }

    [Fact]
    public async Task What_is_no_list_of_people_is_said_beside_the_field()
    {
        var answer = await SendAsync("preview", ("people", "hello"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("id=\"people-wrong\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(["preview", "remove", "remove", "export"], Leads().Matches(answer.Body).Select(lead => lead.Groups["act"].Value));
    }

    private protected override Task PrepareAsync()
    {
        Teams().Add(
            "north", [new Joiner("stays@example.org", "Ada Board", ["governor"], []), new Joiner("gone@example.org", null, ["governor"], [])], (Actor.Admin, Monday));
        var lists = Get<TeamLists>();
        _page = $"team/{lists.Token(Assert.Single(lists.All(new DateOnly(2026, 11, 23))).Id)}";
        return Task.CompletedTask;
    }

    // From the address of the answer, which is one below that of the page.
    private Regex Leads() => new($"(?:action|href)=\"\\.\\./{_page["team/".Length..]}/(?<act>[a-z]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1));

    private Task<Visitor.Answer> SendAsync(string act, params (string Name, string Value)[] fields) => FillInAsync(_page, $"/{act}", fields);

    private Teams Teams() => Get<Teams>();

    private Stops Stops() => Get<Stops>();
}
