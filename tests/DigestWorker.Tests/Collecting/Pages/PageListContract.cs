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

    protected override string Body(string title, string link) => $"""
        <html><head><meta charset="utf-8"><title>News</title></head><body><main><article><h2><a href="{WebUtility.HtmlEncode(link)}">{WebUtility.HtmlEncode(title)}</a></h2></article></main></body></html>
        """;

    private protected override Source Configured(Source source) => source with { Recipe = new PageRecipe { Item = "article" } };

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new PageListReader(fetcher, new ListingParser(settings, clock));
}
