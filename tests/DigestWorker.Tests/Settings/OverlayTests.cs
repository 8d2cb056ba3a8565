using DigestWorker.Domain;

namespace DigestWorker.Tests.Settings;

public sealed class OverlayTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_changes_single_keys_of_a_built_in_topic()
    {
        var before = _folder.Accept("{}").Topics.Single(topic => topic.Id == "online-safety");
        var dropped = before.Phrases.Keys.First();
        var after = _folder
            .Accept($$"""{ "Topics": { "Online-Safety": { "Phrases": { "Age Assurance": 2.5, "{{dropped.ToUpperInvariant()}}": 0 } } } }""")
            .Topics.Single(topic => topic.Id == "online-safety");

        Assert.Equal((before.Name, before.Sensitive), (after.Name, after.Sensitive));
        Assert.Equal(2.5, after.Phrases["age assurance"]);
        Assert.DoesNotContain(dropped, after.Phrases.Keys);
    }

    [Fact]
    public void A_file_adds_a_topic_that_sources_and_roles_may_name()
    {
        var settings = _folder.Accept("""
            {
              "Topics": { "gaming": { "Name": "Gaming", "Sensitive": true, "Phrases": { "loot box": 2 } } },
              "Sources": [{ "Name": "A", "Url": "https://example.org/a", "Topics": ["gaming"] }],
              "Roles": { "police": { "Topics": { "gaming": 1 } } }
            }
            """);

        Assert.Equal("gaming", settings.Topics[^1].Id);
        Assert.Equal(28, settings.Topics.Count);
        Assert.Equal(1, settings.Roles.Single(role => role.Id == "police").Topics["gaming"]);
    }

    [Fact]
    public void A_file_changes_single_keys_of_a_built_in_role()
    {
        var before = _folder.Accept("{}").Roles.Single(role => role.Id == "governor");
        var after = _folder
            .Accept("""{ "Roles": { "governor": { "FullReleases": 3, "Areas": ["Wales"], "Kinds": { "News": 0 }, "UsefulFor": { "send": "the budget" } } } }""")
            .Roles.Single(role => role.Id == "governor");

        Assert.Equal((before.Name, before.OneLiners, 3), (after.Name, after.OneLiners, after.FullReleases));
        Assert.Equal(["Wales"], after.Areas);
        Assert.Equal((0, before.Kinds[Kind.Guidance]), (after.Kinds[Kind.News], after.Kinds[Kind.Guidance]));
        Assert.Equal("the budget", after.UsefulFor["send"]);
        Assert.Equal(before.UsefulFor["attendance"], after.UsefulFor["attendance"]);
    }

    [Fact]
    public void A_file_adds_a_role_that_a_subscriber_may_have()
    {
        var settings = _folder.Accept("""
            {
              "Roles": { "school-nurse": { "Name": "school nurses", "Topics": { "mental-health": 3 } } },
              "Subscribers": [{ "Email": "nurse@example.org", "Roles": ["school-nurse"] }]
            }
            """);

        Assert.Equal(("school-nurse", 1.0, 8, 12), settings.Roles.Select(role => (role.Id, role.MinimumScore, role.FullReleases, role.OneLiners)).Last());
    }
}
