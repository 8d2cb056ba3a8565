using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Collecting.Pages.MainParts;

namespace DigestWorker.Collecting.Pages;

/// <summary>The dates that a page gives for itself, in its meta elements or in words.</summary>
internal static class PageDates
{
    private static readonly string[] PublishedMarks =
    [
        "meta[property='article:published_time']", "meta[name='govuk:first-published-at']", "meta[name='dcterms.issued' i]", "meta[name='dc.date.issued' i]",
        "meta[itemprop=datePublished]", "time[itemprop=datePublished]", "meta[name=date i]",
    ];

    private static readonly string[] UpdatedMarks =
    [
        "meta[property='article:modified_time']", "meta[name='govuk:public-updated-at']", "meta[name='dcterms.modified' i]",
        "meta[itemprop=dateModified]", "time[itemprop=dateModified]",
    ];

    public static FieldText[] Published(HtmlPage page) => [.. Marked(page, PublishedMarks)];

    public static FieldText[] Updated(HtmlPage page, MainText main) =>
        [.. Marked(page, UpdatedMarks), Plain(DateInText.Find(main.UpdateLine ?? ""))];

    private static IEnumerable<FieldText> Marked(HtmlPage page, string[] selectors) =>
        selectors
            .Select(selector => page.Document.QuerySelector(selector))
            .Select(mark => Plain(mark?.GetAttribute("content") ?? mark?.GetAttribute("datetime")));

    private static FieldText Plain(string? text) => new(text ?? "", IsHtml: false);
}
