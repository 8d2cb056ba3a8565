using DigestWorker.Composing;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Support;

/// <summary>Releases, roles and digest requests for tests: what is not said is ordinary.</summary>
internal static partial class A
{
    public static Release Release(long id, params StoredEntry[] entries) => new(id, entries.Length > 0 ? entries : [An.Stored()]);

    public static Release ReleaseAbout(long id, string[] topics, Kind kind = Kind.Statistics, string[]? areas = null) =>
        Release(id, An.Stored(An.Entry($"Release {id}"), kind: kind, topics: topics, areas: areas));

    public static Role Role(params (string Topic, double Weight)[] topics) => new()
    {
        Id = "dsl",
        Name = "designated safeguarding leads",
        Topics = topics.ToDictionary(topic => topic.Topic, topic => topic.Weight),
        Kinds = new Dictionary<Kind, double>(),
        Areas = [],
        MinimumScore = 1,
        FullReleases = 8,
        OneLiners = 12,
        UsefulFor = new Dictionary<string, string>(),
    };

    public static Topic Topic(string id, string name, bool sensitive = false) => new(id, name, new Dictionary<string, double>(), sensitive);

    /// <summary>For the week to Sunday 22 November 2026, with the topics that the role follows.</summary>
    public static DigestRequest Request(Role role, params Release[] candidates) => new()
    {
        Week = new EditionWeek(2026, 47),
        Window = new DigestWindow(
            new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
            First: false),
        Roles = [role],
        Areas = [],
        Candidates = candidates,
        Topics = role.Topics.Keys.ToDictionary(id => id, id => Topic(id, id.Replace('-', ' '))),
        UnreadSources = [],
    };
}
