using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class SubscribersTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly TempDatabase _temp = new();
    private readonly Subscribers _subscribers;

    public SubscribersTests() => _subscribers = new Subscribers(_temp.Database, _temp.Joining);

    [Fact]
    public void The_same_mailbox_in_another_spelling_is_the_same_subscriber()
    {
        Assert.Equal(JoinOutcome.Joined, Add("Lead@School.example.org", "headteacher"));
        Assert.Equal(JoinOutcome.Extended, Add("lead@school.example.org", "governor"));

        var one = Assert.Single(_subscribers.All());
        Assert.Equal(["governor", "headteacher"], one.Roles);
        Assert.Equal("Lead@School.example.org", one.Email);
    }

    [Fact]
    public void Somebody_in_two_teams_is_one_subscriber()
    {
        Teams().Add("Board", [Joiner("a@example.org")], (Actor.Admin, Monday));
        Teams().Add("Schools group", [Joiner("a@example.org"), Joiner("b@example.org")], (Actor.Admin, Monday));

        Assert.Equal([["Board", "Schools group"], ["Schools group"]], _subscribers.All().Select(one => one.Teams));
    }

    [Theory]
    [InlineData("Unsubscribed"), InlineData("Suppressed")]
    public void An_opt_out_survives_every_way_of_adding(string state)
    {
        Add("a@example.org", "headteacher");
        _temp.Scalar($"update subscriber set state = '{state}'; select 0");

        Assert.Equal(JoinOutcome.OptedOut, Add("A@example.org", "headteacher"));
        Assert.Equal([JoinOutcome.OptedOut], Teams().Add("Board", [Joiner("a@example.org")], (Actor.Admin, Monday)));
        _subscribers.Follow([Joiner("a@example.org")], Monday);

        Assert.Equal(state, Assert.Single(_subscribers.All()).State.ToString());
        Assert.Equal(0, _temp.Scalar("select count(*) from team_member"));
    }

    [Fact]
    public void A_removed_subscriber_is_gone_from_the_list_and_comes_back_anew()
    {
        Add("a@example.org", "headteacher");

        Assert.True(_subscribers.Remove("A@EXAMPLE.org", Monday));
        Assert.False(_subscribers.Remove("a@example.org", Monday));
        Assert.Empty(_subscribers.All());

        _subscribers.Add(Joiner("a@example.org") with { Roles = ["governor"] }, Monday.AddDays(1));
        var back = Assert.Single(_subscribers.All());
        Assert.Equal(["governor"], back.Roles);
        Assert.Equal(Monday.AddDays(1), back.Since);
    }

    [Fact]
    public void Whoever_leaves_the_settings_file_leaves_but_nobody_else_does()
    {
        Add("admin-added@example.org", "headteacher");
        _subscribers.Follow([Joiner("a@example.org"), Joiner("b@example.org")], Monday);
        _subscribers.Follow([Joiner("b@example.org")], Monday);

        Assert.Equal(["admin-added@example.org", "b@example.org"], _subscribers.All().Select(one => one.Email).Order());
    }

    private Teams Teams() => new(_temp.Database, _temp.Joining);

    private JoinOutcome Add(string email, string role) => _subscribers.Add(new Joiner(email, null, [role], []), Monday);

    private static Joiner Joiner(string email) => new(email, null, ["headteacher"], []);

    public void Dispose() => _temp.Dispose();
}
