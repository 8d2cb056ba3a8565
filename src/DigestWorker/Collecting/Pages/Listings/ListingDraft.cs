using AngleSharp.Dom;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>Reads the fields of one part of a listing page by a recipe.</summary>
internal sealed class ListingDraft(HtmlPage page, PageRecipe recipe)
{
    private const string Headings = "h1, h2, h3, h4, h5, h6";
    private const string Links = "a[href]:not([href^='#']):not([href^='mailto:']):not([href^='javascript:'])";
    private const int LongestSummary = 5000;
    private const int LongestType = 60;

    public EntryDraft Of(ListingPart part)
    {
        var draft = new EntryDraft();
        draft.Set(Field.Title, Plain(PageText.Line(TitleOf(part))));
        if (part.Find(recipe.Link ?? Links)?.GetAttribute("href") is { } link)
        {
            draft.SetLink(Field.Link, page.Base, link);
        }

        Date(part, draft);
        return draft;
    }

    public string Summary(ListingPart part)
    {
        var text = recipe.Summary is { } selector ? part.Find(selector) is { } found ? PageText.Of(found) : ""
            : part.IsHeading ? PageText.Of(part.Elements.Skip(1), element => recipe.Date is { } date && element.Matches(date))
            : "";
        return Bounded.Text(text, LongestSummary);
    }

    /// <summary>Spelt as GOV.UK spells document types: official_statistics.</summary>
    public string? DocumentType(ListingPart part) =>
        (recipe.Type is { } selector && PageText.Line(part.Find(selector)) is { Length: > 0 and <= LongestType } type ? type : recipe.DocumentType)
            ?.ToLowerInvariant().Replace(' ', '_');

    private IElement TitleOf(ListingPart part) =>
        recipe.Title is { } selector ? part.Find(selector) ?? part.Head
        : part.IsHeading ? part.Head
        : part.Find(Headings) ?? part.Find(Links) ?? part.Head;

    /// <summary>An own date goes before that of the heading, and this before one in the address.</summary>
    private void Date(ListingPart part, EntryDraft draft)
    {
        var own = recipe.Date is { } selector ? part.Find(selector) : null;
        if ((own?.LocalName is "time" ? own : own?.QuerySelector("time"))?.GetAttribute("datetime") is { } machine)
        {
            draft.Set(Field.Published, Plain(machine));
        }

        draft.Set(Field.Published, Plain(DateInText.Find(PageText.Line(own)) ?? ""));
        draft.Set(Field.Published, Plain(DateInText.Find(PageText.Line(part.DateHeading)) ?? ""));
        draft.Set(Field.OtherDate, Plain(draft.Link is { } link ? DateInAddress.Find(link) ?? "" : ""));
    }

    private static FieldText Plain(string text) => new(text, IsHtml: false);
}
