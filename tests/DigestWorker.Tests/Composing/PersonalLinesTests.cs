using DigestWorker.Composing;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Composing;

public sealed class PersonalLinesTests
{
    private static readonly DateTimeOffset Added = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly Subscriber Lead =
        new(1, "lead@example.org", null, ["governor"], [], [], SubscriberState.Active, Added);

    [Fact]
    public void Whoever_was_added_by_hand_learns_by_whom_and_when_the_digest_comes() => Assert.Equal(
        "You were added on 3 November 2026 by the sender of this digest. It comes once a week, as soon as it is ready.", PersonalLines.Why(Lead));

    [Fact]
    public void A_day_of_the_own_choice_is_named()
    {
        var chosen = Lead with { AskedSince = Added, Wishes = Wishes.None with { Weekday = DayOfWeek.Thursday } };

        Assert.Equal("You subscribed yourself on 3 November 2026. It comes on Thursdays, as you chose.", PersonalLines.Why(chosen));
    }

    [Fact]
    public void A_team_is_named_with_its_organisation() => Assert.Equal(
        "Schools of Kent Partnership added you on 3 November 2026. It comes once a week, as soon as it is ready.",
        PersonalLines.Why(Lead with { AddedBy = [new AddedBy("Schools", "Kent Partnership", null, Added)] }));
}
