namespace DigestWorker.Domain;

/// <summary>A subject that people follow, found in text by weighted phrases.</summary>
/// <param name="Phrases">Phrase to weight; 1 is a plain sign, 4 names the topic outright. Capitals are asked of the text: SEND is not send.</param>
/// <param name="Sensitive">A digest that carries it opens with a content note.</param>
public sealed record Topic(string Id, string Name, IReadOnlyDictionary<string, double> Phrases, bool Sensitive);
