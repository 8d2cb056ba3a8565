namespace DigestWorker.Domain;

/// <summary>A subject that people follow, found in text by weighted phrases.</summary>
/// <param name="Phrases">Lower-case phrase to weight; 1 is a plain sign, 3 names the topic outright.</param>
/// <param name="Sensitive">A digest that carries it opens with a content note.</param>
public sealed record Topic(string Id, string Name, IReadOnlyDictionary<string, double> Phrases, bool Sensitive)
{
    /// <summary>True where its everyday words, such as "gaming" or "absence", tell of it only in a text that speaks of whom safeguarding is for.</summary>
    public bool NeedsPeople { get; init; }
}
