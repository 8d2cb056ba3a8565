namespace DigestWorker.Matching.Traits;

/// <summary>An entry's words, boilerplate cut, by how much they say of what it is about.</summary>
/// <param name="Lead">Summary and first paragraphs.</param>
internal sealed record MatchText(string Title, string Lead, string Body);
