namespace DigestWorker.Domain;

/// <summary>Anything that the admin has configured to be polled, known by its name.</summary>
/// <param name="Url">An absolute <c>https:</c>, <c>http:</c> or <c>file:</c> address.</param>
/// <param name="Topics">Topic ids that each entry of this source carries unless its own text says otherwise.</param>
/// <param name="Areas">Areas that the source speaks for, widest first; empty where entries name their own.</param>
public sealed record Source(
    string Name,
    SourceKind Kind,
    Uri Url,
    string Publisher,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Areas)
{
    /// <summary>Where entries carry only a summary, the linked page is fetched for its main text, once and after each update that its publisher tells.</summary>
    public bool FullText { get; init; }

    /// <summary>How a listing page is read; only for <see cref="SourceKind.PageList"/>.</summary>
    public PageRecipe? Recipe { get; init; }

    /// <summary>Its address and how that is read. What is remembered of a source belongs to both.</summary>
    public string Reading => Kind is SourceKind.Feed ? Url.AbsoluteUri : $"{Url.AbsoluteUri} {Kind} {Recipe}".TrimEnd();

    /// <summary>What it shows stays at its address while the text changes, so that each change is judged.</summary>
    public bool IsWatched => IsOnePage || Kind is SourceKind.PageList;

    /// <summary>It is one page, whose whole text it shows.</summary>
    public bool IsOnePage => Kind is SourceKind.Page or SourceKind.GovUkContent;
}
