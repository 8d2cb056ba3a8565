namespace DigestWorker.Domain;

/// <summary>Where a listing page keeps its entries: CSS selectors (W3C Selectors Level 4), those after Item inside of it.</summary>
public sealed record PageRecipe
{
    public required string Item { get; init; }

    /// <summary>The item itself where left out.</summary>
    public string? Title { get; init; }

    /// <summary>An element with an href; the first link of the item where left out.</summary>
    public string? Link { get; init; }

    public string? Date { get; init; }

    public string? Summary { get; init; }

    /// <summary>A heading before items that dates all of them, such as "July 2024"; looked for before the item, not inside.</summary>
    public string? DateHeading { get; init; }
}
