namespace DigestWorker.Settings;

/// <summary>CSS selectors for a page that lists entries: of a recipe in <c>Recipes</c>, or a source's own.</summary>
internal sealed class SelectorSettings
{
    /// <summary>What one entry stands in, or its heading where what follows a heading belongs to it.</summary>
    public string? Item { get; init; }

    public string? Title { get; init; }

    public string? Link { get; init; }

    public string? Date { get; init; }

    public string? Summary { get; init; }

    /// <summary>The publisher's word for what an entry is, such as "Official statistics".</summary>
    public string? Type { get; init; }

    /// <summary>Headings such as "July 2026" that date the entries after them.</summary>
    public string? DateHeading { get; init; }

    /// <summary>These selectors, and those of another recipe where this one says nothing.</summary>
    public SelectorSettings Over(SelectorSettings below) => new()
    {
        Item = Item ?? below.Item,
        Title = Title ?? below.Title,
        Link = Link ?? below.Link,
        Date = Date ?? below.Date,
        Summary = Summary ?? below.Summary,
        Type = Type ?? below.Type,
        DateHeading = DateHeading ?? below.DateHeading,
    };
}
