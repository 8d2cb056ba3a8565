using DigestWorker.Settings.Reading;

namespace DigestWorker.Tests.Settings;

public sealed class BuiltInTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public static IReadOnlyList<string> RoleIds { get; } =
    [
        "designated-safeguarding-lead", "early-years-lead", "headteacher", "governor", "partnership-business-manager",
        "partnership-board-member", "social-care", "police", "named-health-professional", "adult-safeguarding-lead",
        "voluntary-sector-lead", "training-lead",
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_built_in_layers_hold_only_known_keys_and_types()
    {
        var check = new ShapeCheck();
        check.Checked(SettingsLayers.BuiltIn());

        Assert.Empty(check.Mistakes);
    }

    [Fact]
    public void The_built_in_roles_are_the_twelve_and_each_reads_differently()
    {
        var roles = _folder.Accept("{}").Roles;

        Assert.Equal(RoleIds, roles.Select(role => role.Id));
        Assert.Equal(12, roles.Select(role => string.Join(',', role.Topics.OrderByDescending(topic => topic.Value).Take(5))).Distinct().Count());
        Assert.Equal(roles.Sum(role => role.UsefulFor.Count), roles.SelectMany(role => role.UsefulFor.Values.Select(use => (role.Id, use))).Distinct().Count());
    }

    [Fact]
    public void A_built_in_role_says_what_is_useful_only_about_topics_that_it_follows() =>
        Assert.All(_folder.Accept("{}").Roles, role => Assert.Subset(role.Topics.Keys.ToHashSet(), role.UsefulFor.Keys.ToHashSet()));

    [Fact]
    public void A_built_in_role_has_weights_from_0_to_3_and_something_that_passes_its_minimum() =>
        Assert.All(_folder.Accept("{}").Roles, role =>
        {
            Assert.All(role.Topics.Values, weight => Assert.InRange(weight, 0, 3));
            Assert.Equal(3, role.Kinds.Count);
            Assert.True(role.Topics.Values.Max() * role.Kinds.Values.Min() >= role.MinimumScore, role.Id);
            Assert.Equal((8, 12), (role.FullReleases, role.OneLiners));
        });

    [Fact]
    public void The_support_lines_keep_their_order_and_can_be_added_to_and_taken_away()
    {
        var lines = _folder.Accept("""
            { "Digest": { "SupportLines": { "Our own desk": "01234 567890", "Childline, for anyone under 19": "" } } }
            """).Digest.SupportLines;

        Assert.Equal(["0808 800 5000", "116 123", "01234 567890"], lines.Values);
    }
}
