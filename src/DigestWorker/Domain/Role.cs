namespace DigestWorker.Domain;

/// <summary>What decides the tailoring: weights over topics and kinds, areas, a minimum score and limits.</summary>
public sealed record Role
{
    public required string Id { get; init; }

    /// <summary>In the plural and lower case, as in "For designated safeguarding leads".</summary>
    public required string Name { get; init; }

    /// <summary>Topic id to weight; 0 or absent means no interest, 1 some, 2 strong, 3 core of the work.</summary>
    public required IReadOnlyDictionary<string, double> Topics { get; init; }

    /// <summary>Multiplies a release's topic score; a kind that is absent counts 1.</summary>
    public required IReadOnlyDictionary<Kind, double> Kinds { get; init; }

    /// <summary>Areas whose releases rank first, on top of a subscriber's own; empty for none.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    public required double MinimumScore { get; init; }

    public required int FullReleases { get; init; }

    public required int OneLiners { get; init; }

    /// <summary>Topic id to a short phrase that ends "Useful for: …".</summary>
    public required IReadOnlyDictionary<string, string> UsefulFor { get; init; }
}
