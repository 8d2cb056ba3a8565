namespace DigestWorker.Settings;

/// <summary>One row of <c>Sources</c> as the admin writes it.</summary>
internal sealed class SourceSettings
{
    public string? Name { get; init; }

    public string Kind { get; init; } = "feed";

    /// <summary>https:, http: or file:; a relative <c>file:</c> counts from the settings file.</summary>
    public string? Url { get; init; }

    /// <summary>As readers know it; the name of the source where left out.</summary>
    public string? Publisher { get; init; }

    public List<string> Topics { get; init; } = [];

    public List<string> Areas { get; init; } = [];

    /// <summary>For a page-list: the id of one of <c>Recipes</c>.</summary>
    public string? Recipe { get; init; }

    /// <summary>For a page-list: what the recipe lacks or has otherwise, or all of it.</summary>
    public SelectorSettings? Selectors { get; init; }

    /// <summary>Where entries come with a summary only, their pages are fetched too.</summary>
    public bool FullText { get; init; }

    public bool Enabled { get; init; } = true;
}
