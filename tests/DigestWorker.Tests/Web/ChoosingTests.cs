using System.Net;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>The page on which people choose for themselves.</summary>
public sealed class ChoosingTests : PageTests
{
    private string _page = "";

    [Fact]
    public async Task What_somebody_chooses_is_kept_and_each_change_is_a_row()
    {
        var saved = await SaveAsync(
            ("role", "headteacher"), ("area", "Kent"), ("area", "Wales"), ("follow", "attendance"), ("mute", "online-safety"),
            ("words", "County Lines, vaping"), ("not-words", "conference"), ("weekday", "3"), ("text", "1"), ("nothing-new", "1"));

        Assert.Equal((HttpStatusCode.OK, true), (saved.Status, saved.Body.Contains("Saved.", StringComparison.Ordinal)));
        var chosen = Chosen();
        Assert.Equal("headteacher|Kent,Wales", Joined(chosen.Roles, chosen.Areas));
        Assert.Equal("attendance|online-safety", Joined(chosen.Wishes.FollowedTopics, chosen.Wishes.MutedTopics));
        Assert.Equal("county lines,vaping|conference", Joined(chosen.Wishes.Followed, chosen.Wishes.Muted));
        Assert.Equal((DayOfWeek.Wednesday, true, true, false), (chosen.Wishes.Weekday, chosen.Wishes.TextOnly, chosen.Wishes.SaysNothingNew, chosen.Wishes.Alerts));
        Assert.Equal(9, Newsroom.Scalar("select count(*) from subscriber_change where actor = 'Subscriber'"));
        Assert.Contains("value=\"headteacher\" checked", (await Visitor.LookAsync(_page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_the_same_again_changes_nothing()
    {
        await SaveAsync(("role", "headteacher"));
        var again = await SaveAsync(("role", "headteacher"));

        Assert.Contains("Nothing was changed", again.Body, StringComparison.Ordinal);
        Assert.Equal(1, Newsroom.Scalar("select count(*) from subscriber_change where actor = 'Subscriber'"));
    }

    [Fact]
    public async Task What_a_roster_or_the_admin_says_later_does_not_touch_the_own_choice()
    {
        await SaveAsync(("role", "headteacher"), ("area", "Kent"));
        var joiner = new Joiner("lead@example.org", null, ["designated-safeguarding-lead"], ["London"]);
        Get<Teams>().Add("north", [joiner], (Actor.Admin, Monday));
        Get<Subscribers>().Add(joiner, Monday);
        Get<Subscribers>().Follow([joiner], Monday);

        var subscriber = Assert.Single(Subscribers());
        Assert.Equal("headteacher|Kent", Joined(subscriber.Roles, subscriber.Areas));
    }

    [Fact]
    public async Task Own_choices_are_still_there_for_somebody_who_leaves_and_comes_back_by_a_team()
    {
        await SaveAsync(("role", "headteacher"));
        Get<Subscribers>().Remove("lead@example.org", Monday);
        Get<Teams>().Add("north", [new Joiner("lead@example.org", null, [], [])], (Actor.Admin, Monday));

        Assert.Equal(["headteacher"], Assert.Single(Subscribers()).Roles);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_form_that_did_not_come_from_the_page_changes_nothing(string token)
    {
        var answer = await Visitor.SendAsync(_page, ("form", token), ("role", "headteacher"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["designated-safeguarding-lead"], Chosen().Roles);
    }

    [Fact]
    public async Task A_page_that_was_open_for_two_days_is_to_be_opened_once_more()
    {
        var token = (await Visitor.LookAsync(_page)).FormToken;
        Newsroom.Clock.Now = Monday.AddDays(1);
        Assert.Equal(HttpStatusCode.OK, (await Visitor.SendAsync(_page, ("form", token), ("role", "headteacher"))).Status);
        Newsroom.Clock.Now = Monday.AddDays(2);

        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(_page, ("form", token), ("role", "social-worker"))).Status);
        Assert.Equal(["headteacher"], Chosen().Roles);
    }

    [Theory]
    [InlineData("role", "", "Choose at least one role")]
    [InlineData("mute", "attendance", "stands in both lists of topics")]
    [InlineData("not-words", "Vaping", "stands in both lists of words")]
    [InlineData("words", "one,two,three,four,five,six,seven,eight,nine,ten,a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11", "at most 20 words")]
    public async Task A_mistake_is_said_twice_and_nothing_is_saved(string field, string value, string mistake)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["role"] = "headteacher", ["follow"] = "attendance", ["words"] = "vaping", [field] = value };
        var answer = await SaveAsync([.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(3, answer.Body.Split(mistake).Length);
        Assert.Equal(["designated-safeguarding-lead"], Chosen().Roles);
    }

    [Fact]
    public async Task One_area_more_than_the_page_keeps_is_said_and_not_left_out_in_silence()
    {
        var areas = Get<Offer>().Areas.Take(21).Select(area => ("area", area)).ToArray();
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync([("role", "headteacher"), .. areas[..20]])).Status);

        var answer = await SaveAsync([("role", "headteacher"), .. areas]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(3, answer.Body.Split("Choose at most 20 areas").Length);
        Assert.Equal(20, Chosen().Areas.Count);
    }

    [Fact]
    public async Task Whom_a_team_gave_more_areas_than_the_page_keeps_saves_all_else_and_loses_none()
    {
        var areas = Get<Offer>().Areas.Take(21).ToList();
        Get<Teams>().Add("Board", [new Joiner("lead@example.org", null, ["governor"], areas)], (Actor.Admin, Monday));

        var answer = await SaveAsync([("role", "headteacher"), .. areas.Select(area => ("area", area))]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(21, Chosen().Areas.Count);
    }

    [Fact]
    public async Task Roles_topics_and_areas_that_are_not_offered_are_no_choice()
    {
        await SaveAsync(("role", "headteacher"), ("role", "wizard"), ("area", "<script>"), ("follow", "magic"), ("weekday", "9"));

        var chosen = Chosen();
        Assert.Equal("headteacher||", Joined(chosen.Roles, chosen.Areas, chosen.Wishes.FollowedTopics));
        Assert.Null(chosen.Wishes.Weekday);
    }

    [Fact]
    public async Task Whoever_has_stopped_has_no_page()
    {
        Get<Stops>().Object("lead@example.org", Monday);

        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync(_page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.SendAsync(_page, ("role", "headteacher"))).Status);
    }

    private protected override Task PrepareAsync()
    {
        Newsroom.Subscribe("lead@example.org");
        _page = $"p/{Assert.Single(Subscribers()).Token}";
        return Task.CompletedTask;
    }

    private Task<Visitor.Answer> SaveAsync(params (string Name, string Value)[] fields) => FillInAsync(_page, "", fields);

    private static string Joined(params IReadOnlyList<string>[] lists) => string.Join('|', lists.Select(list => string.Join(',', list)));

    private Chosen Chosen() => Get<Choices>().Find(_page[2..])!.Chosen;
}
