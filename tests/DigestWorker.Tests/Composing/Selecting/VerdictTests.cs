using DigestWorker.Composing;
using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Selecting;

/// <summary>Selection says why, and not only whether.</summary>
public sealed class VerdictTests
{
    private static readonly DigestRequest Week = A.Request(A.Role(("modern-slavery", 2), ("attendance", 1)));

    [Theory]
    [InlineData("modern-slavery", "", 1, 1, "Wanted")]
    [InlineData("fgm", "", 1, 1, "NoTopic")]
    [InlineData("modern-slavery", "", 0, 1, "KindNotSent")]
    [InlineData("modern-slavery", "Leeds", 1, 1.5, "OtherArea")]
    [InlineData("modern-slavery", "Leeds", 1, 2.5, "BelowMinimum")]
    [InlineData("attendance", "", 1, 2, "BelowMinimum")]
    public void A_role_says_what_keeps_a_release_out(string topic, string area, double kind, double minimum, string verdict)
    {
        var role = Week.Roles[0] with { Kinds = new Dictionary<Kind, double> { [Kind.Statistics] = kind }, MinimumScore = minimum };

        var fit = RoleFit.Of(A.ReleaseAbout(1, [topic], areas: area.Length == 0 ? null : [area]), role, ["Kent"]);

        Assert.Equal(verdict, fit.Verdict.ToString());
    }

    [Fact]
    public void A_subscriber_s_own_wishes_decide_before_any_role()
    {
        var release = A.ReleaseAbout(1, ["modern-slavery"]);

        Assert.Equal(Decision.Wanted, Decide(Wishes.None));
        Assert.Equal(Decision.MutedWord, Decide(Wishes.None with { Muted = ["release"] }));
        Assert.Equal(Decision.MutedTopics, Decide(Wishes.None with { MutedTopics = ["modern-slavery"], FollowedTopics = ["modern-slavery"] }));
        Assert.Equal(Decision.NoRole, DigestSelector.Judge(release, Week with { Roles = [] }).Decision);
        Assert.Equal(Decision.NoRoleWants, DigestSelector.Judge(A.ReleaseAbout(1, ["fgm"]), Week).Decision);

        Decision Decide(Wishes wishes) => DigestSelector.Judge(release, Week with { Wishes = wishes }).Decision;
    }

    [Theory]
    [InlineData("2026-11-16", "News")]
    [InlineData("2026-11-15", "BeforeWindow")]
    [InlineData("2026-11-23", "AfterWindow")]
    [InlineData(null, "NeverNews")]
    public void The_window_says_whether_a_release_is_news(string? day, string verdict)
    {
        var release = A.Release(1, An.Stored() with { NewsAt = day is null ? null : At(day) });

        Assert.Equal(verdict, NewsFit.Of(release, Week.Window, new HashSet<SentRelease>()).ToString());
    }

    [Theory]
    [InlineData("2026-11-18", 0, "Revised")]
    [InlineData("2026-11-18", 1, "AlreadySent")]
    [InlineData("2026-11-25", 0, "AlreadySent")]
    public void What_was_sent_is_news_again_only_for_a_substantive_change_in_the_window(string revised, int sentVersion, string verdict)
    {
        var entry = An.Stored() with { FirstSeen = At("2026-11-10"), Revisions = [new Revision(At(revised), Substantive: true, "", null)] };

        Assert.Equal(verdict, NewsFit.Of(A.Release(1, entry), Week.Window, new HashSet<SentRelease> { new(1, sentVersion) }).ToString());
    }

    private static DateTimeOffset At(string day) => new(DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
}
