using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>CSS selectors for a page that lists entries: of a recipe in <c>Recipes</c>, or a source's own.</summary>
internal sealed class SelectorSettings
{
    [Description("The CSS selector of what one entry stands in, or of its heading where what follows a heading belongs to it, such as \"main li:has(h3)\".")]
    public string? Item { get; init; }

    [Description("The selector of its title, such as \"h3\".")]
    public string? Title { get; init; }

    [Description("The selector of its link, such as \"h3 a\".")]
    public string? Link { get; init; }

    [Description("The selector of its date, such as \"time\".")]
    public string? Date { get; init; }

    [Description("The selector of its summary, such as \"p\".")]
    public string? Summary { get; init; }

    [Description("The selector of the publisher's word for what an entry is, such as \"Official statistics\".")]
    public string? Type { get; init; }

    [Description("No selector: what every entry of the page is, where the page does not say it of each, such as \"procedures\".")]
    public string? DocumentType { get; init; }

    [Description("The selector of headings such as \"July 2026\" that date the entries after them.")]
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
        DocumentType = DocumentType ?? below.DocumentType,
        DateHeading = DateHeading ?? below.DateHeading,
    };
}
