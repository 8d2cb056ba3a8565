using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class TeamTests
{
    [Fact]
    public void A_team_follows_what_its_people_follow_between_them()
    {
        var teams = Team.Of(
        [
            Member(["police", "training-lead"], ["Kent"], ["Board"]),
            Member(["police"], ["kent", "Medway"], ["Board", "Adults"]),
            Member(["headteacher"], ["Surrey"], []),
        ]);

        Assert.Equal(["Adults", "Board"], teams.Select(team => team.Name));
        Assert.Equal(["police", "training-lead"], teams[1].Roles);
        Assert.Equal(["Kent", "Medway"], teams[1].Areas);
    }

    [Fact]
    public void Who_gets_no_digest_counts_for_no_team() =>
        Assert.Empty(Team.Of([Member(["police"], [], ["Board"]) with { State = SubscriberState.Suppressed }]));

    private static Subscriber Member(string[] roles, string[] areas, string[] teams) =>
        new(1, "member@example.org", "Sample Member", roles, areas, teams, SubscriberState.Active, DateTimeOffset.UnixEpoch);
}
