using System.Net;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class PageListContract : SourceReaderContract
{
    protected override string Address => "https://www.example.org/news";

    protected override PageRecipe Recipe => new() { Item = "li.entry" };

    protected override string Body(string title, string link) => $"""
        <!DOCTYPE html><html><head><title>News</title></head><body><ul><li class="entry"><a href="{WebUtility.HtmlEncode(link)}">{WebUtility.HtmlEncode(title)}</a></li></ul></body></html>
        """;

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new PageListReader(fetcher, new ListingParser(settings, clock));
}
