using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages.MainParts;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages;

/// <summary>Makes one entry of a page, or says why it cannot. Uses no network.</summary>
internal sealed class PageParser(TimeProvider clock)
{
    private const int LongestText = 200_000;

    /// <param name="asked">What the page is known by, wherever the address led this time.</param>
    public ReadResult Parse(Uri asked, Answer answer)
    {
        if (HomePage.Instead(asked, answer.Address) is { } gone)
        {
            return gone;
        }

        var remarks = new Remarks();
        try
        {
            using var page = HtmlPage.Of(answer, remarks);
            var main = MainText.Of(page);
            return BlockedPage.Instead(page, main) is { } blocked ? blocked
                : main.Text.Length == 0 ? new ReadResult.Failed($"no text was found on the page '{page.Title}'; it may need a browser to show any")
                : new ReadResult.Read([Entry(asked, page, main, remarks) with { MovedTo = Moved(answer) }], remarks.ToList(), answer.Validators);
        }
        catch (UnreadablePageException fault)
        {
            return new ReadResult.Failed(fault.Message);
        }
    }

    // An address that it leads to today only, to sign in for one, is not the page's own.
    private static Uri? Moved(Answer answer) => answer.MovedTo == answer.Address ? answer.MovedTo : null;

    private Entry Entry(Uri asked, HtmlPage page, MainText main, Remarks remarks)
    {
        var dates = new EntryDates(clock.GetUtcNow(), remarks);
        var title = main.Heading.Length > 0 ? main.Heading : page.Address.Host;
        return new Entry
        {
            PublisherId = CanonicalUrl.Of(asked) ?? asked.AbsoluteUri,
            Url = asked,
            Title = title,
            Content = Bounded.Text(main.Text, LongestText),
            Published = dates.First(title, PageDates.Published(page)),
            Updated = dates.First(title, PageDates.Updated(page, main)),
        };
    }
}
