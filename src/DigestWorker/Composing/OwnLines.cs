namespace DigestWorker.Composing;

/// <summary>What a digest has of its own, beside the profile that many share.</summary>
/// <param name="Why">One line: who added the reader, since when.</param>
/// <param name="Notice">Paragraphs, a line each; empty for whoever needs none.</param>
/// <param name="Token">Ends the addresses of the reader's own pages.</param>
internal sealed record OwnLines(string Why, string Notice, string Token);
