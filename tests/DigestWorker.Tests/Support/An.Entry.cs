using DigestWorker.Domain;

namespace DigestWorker.Tests.Support;

/// <summary>Entries for tests: what is not said is ordinary.</summary>
internal static partial class An
{
    public static readonly DateTimeOffset OrdinaryInstant = new(2026, 11, 19, 9, 30, 0, TimeSpan.Zero);

    private static readonly Uri OrdinaryUrl = new("https://publisher.example.org/statistics/nrm-july-to-september-2026");

    public static Entry Entry(string title = "NRM statistics, July to September 2026", string summary = "", string content = "") => new()
    {
        Title = title,
        Summary = summary,
        Content = content,
        Url = OrdinaryUrl,
        Published = new PublishedDate(OrdinaryInstant, DatePrecision.Instant),
    };

    /// <param name="topics">Topic ids, the surest first.</param>
    public static StoredEntry Stored(
        Entry? entry = null,
        string publisher = "Home Office",
        Kind kind = Kind.Statistics,
        string[]? topics = null,
        string[]? areas = null) =>
        new(
            Id: 1,
            Source: publisher,
            publisher,
            entry ?? Entry(),
            new Understanding(
                new KindLabel(kind, []),
                [.. (topics ?? ["modern-slavery"]).Select((id, index) => new TopicLabel(id, 9 - index, []))],
                [.. (areas ?? []).Select(area => new AreaLabel(area, ""))]),
            FirstSeen: OrdinaryInstant,
            NewsAt: OrdinaryInstant,
            Membership.Founder);
}
