using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Tests.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.Explaining;

/// <summary>What is named as deciding does decide.</summary>
public sealed class DecidingSettingsTests : IDisposable
{
    private static readonly DigestRequest Week = A.Request(A.Role(("modern-slavery", 2)));

    private readonly SettingsFolder _folder = new();

    [Fact]
    public void A_topic_that_the_role_follows_and_the_subscriber_leaves_out_is_the_subscriber_s_choice_alone()
    {
        var decides = Of(A.ReleaseAbout(1, ["modern-slavery", "fgm"]), Week with { Wishes = Wishes.None with { MutedTopics = ["modern-slavery"] } });

        Assert.Equal(["Roles:dsl:Topics follows none of: fgm", "The subscriber's own: leaves out the topics modern-slavery"], decides);
    }

    [Fact]
    public void A_weight_of_the_kind_that_takes_a_release_below_the_minimum_is_named()
    {
        var light = Week.Roles[0] with { Kinds = new Dictionary<Kind, double> { [Kind.Statistics] = 0.25 } };

        Assert.Equal(["Roles:dsl:MinimumScore (1)", "Roles:dsl:Topics:modern-slavery (2)", "Roles:dsl:Kinds (0.25)"], Of(A.ReleaseAbout(1, ["modern-slavery"]), Week with { Roles = [light] }));
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Of(Release release, DigestRequest request) => new DecidingSettings(_folder.Accept("{}")).Of(
        new Explanation(release, request.Week, DigestFate.NoRoleWants)
        {
            Judgement = DigestSelector.Judge(release, request),
            Subscriber = new Subscriber(1, "lead@example.org", null, ["dsl"], [], [], SubscriberState.Active, request.Window.From) { Wishes = request.Wishes },
        });
}
