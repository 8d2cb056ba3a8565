namespace DigestWorker.Domain;

/// <summary>
/// Where a listing page keeps its entries: CSS selectors (W3C Selectors Level 4), those after Item inside of it.
/// An Item that is a heading has what follows it, up to the next one, inside.
/// </summary>
public sealed record PageRecipe
{
    public required string Item { get; init; }

    /// <summary>The item's first heading where left out, or its first link, or all of it.</summary>
    public string? Title { get; init; }

    /// <summary>An element with an href; the first link of the item where left out.</summary>
    public string? Link { get; init; }

    public string? Date { get; init; }

    /// <summary>What follows the title where left out and the item is a heading.</summary>
    public string? Summary { get; init; }

    /// <summary>The publisher's own word for what an entry is.</summary>
    public string? Type { get; init; }

    /// <summary>What every entry of the page is, where the page does not say it of each.</summary>
    public string? DocumentType { get; init; }

    /// <summary>A heading before items that dates all of them, such as "July 2024"; looked for before the item, not inside.</summary>
    public string? DateHeading { get; init; }
}
