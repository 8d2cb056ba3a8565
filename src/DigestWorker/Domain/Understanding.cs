namespace DigestWorker.Domain;

/// <summary>What the rules made of one entry, each label with the reasons that a person can check.</summary>
public sealed record Understanding(KindLabel Kind, IReadOnlyList<TopicLabel> Topics, IReadOnlyList<AreaLabel> Areas)
{
    /// <summary>The most telling first.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<DocumentMention> Documents { get; init; } = [];

    /// <summary>What the entry says is still to come.</summary>
    public IReadOnlyList<UpcomingEvent> Ahead { get; init; } = [];
}

/// <param name="Because">For instance: "statutory guidance" in the title.</param>
public sealed record KindLabel(Kind Kind, IReadOnlyList<string> Because);

/// <param name="Id">A topic's id in the settings.</param>
/// <param name="Score">Weighted phrase hits; higher is surer, comparable between topics of one entry.</param>
public sealed record TopicLabel(string Id, double Score, IReadOnlyList<string> Because);

/// <param name="Area">A nation, region, police-force or local-authority area by name, or UK.</param>
public sealed record AreaLabel(string Area, string Because);
