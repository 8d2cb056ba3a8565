namespace DigestWorker.Collecting.Feeds;

/// <summary>GOV.UK writes "Official Statistics: Children in need" and gives the same words as the category.</summary>
internal static class DisplayType
{
    /// <returns>The display type spelt like a GOV.UK document type (official_statistics), and the title without it.</returns>
    public static (string? DocumentType, string Title) Split(string title, IReadOnlyList<string> categories, Uri? link)
    {
        var label = categories.Count > 0 && link is { Host: "www.gov.uk" or "gov.uk" }
            ? categories.FirstOrDefault(category => title.StartsWith($"{category}: ", StringComparison.Ordinal))
            : null;
        return label is null
            ? (null, title)
            : (label.ToLowerInvariant().Replace(' ', '_'), title[(label.Length + 2)..].TrimStart());
    }
}
