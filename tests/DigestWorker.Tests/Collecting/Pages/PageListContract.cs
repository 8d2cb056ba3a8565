using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class PageListContract : SourceReaderContract
{
    protected override string Address => "https://www.example.org/news";

    [Fact]
    public async Task A_list_that_leads_to_the_sites_home_page_has_gone()
    {
        using var server = new CannedServer();
        server.Answers(Address, HttpStatusCode.Found, ("Location", "/"))
            .Answers("https://www.example.org/", HttpStatusCode.OK, Encoding.UTF8.GetBytes(Body("Welcome", "/welcome")), ("Content-Type", "text/html"));
        var source = Configured(new Source("Example", SourceKind.PageList, new(Address), "Example", [], []));

        var read = await Reader(AFetcher.On(server), new(), new StoppedClock()).ReadAsync(source, since: null, TestContext.Current.CancellationToken);

        Assert.Equal(new ReadResult.Failed("its address leads to the site's home page now") { Trouble = Trouble.Gone }, read);
    }

    protected override string Body(string title, string link) => $"""
        <html><head><meta charset="utf-8"><title>News</title></head><body><main><article><h2><a href="{WebUtility.HtmlEncode(link)}">{WebUtility.HtmlEncode(title)}</a></h2></article></main></body></html>
        """;

    private protected override Source Configured(Source source) => source with { Recipe = new PageRecipe { Item = "article" } };

    private protected override ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock) =>
        new PageListReader(fetcher, new ListingParser(settings, clock));
}
