namespace DigestWorker.Composing.Wording;

/// <summary>What a digest adds where a source's own word could put blame on a child.</summary>
internal static class WordNotes
{
    private const string OfSelfGenerated = "\"Self-generated\" is the source's word. No child is to blame for an image that was made of them.";

    /// <returns>Empty where none of the texts has such a word.</returns>
    public static string Of(IEnumerable<string> shown) =>
        shown.Any(text => text.Contains("self-generated", StringComparison.OrdinalIgnoreCase) || text.Contains("self generated", StringComparison.OrdinalIgnoreCase)) ? OfSelfGenerated : "";
}
