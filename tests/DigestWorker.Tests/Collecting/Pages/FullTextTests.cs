using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class FullTextTests : IDisposable
{
    private readonly CannedServer _server = new();

    [Fact]
    public async Task An_entry_with_a_summary_gets_the_main_text_of_its_page()
    {
        Answers("/a", "<nav>Menu</nav><main><h1>A title</h1><p>The whole text of the news, and more than its summary.</p></main>");

        var read = await FillAsync([AnEntry("/a")]);

        Assert.Equal("The whole text of the news, and more than its summary.", Assert.Single(read.Entries).Content);
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task Only_entries_that_are_wanted_and_lack_their_text_are_asked_for()
    {
        var known = AnEntry("/known");
        var full = AnEntry("/full") with { Content = "All of it." };
        var inside = AnEntry("/x") with { Url = new("http://localhost/admin") };
        var nowhere = AnEntry("/y") with { Url = null };

        var read = await FillAsync([known, full, inside, nowhere], entry => entry != known);

        Assert.Empty(_server.Requests);
        Assert.Equal([known, full, inside, nowhere], read.Entries);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_the_summary_and_is_told()
    {
        _server.Answers("https://www.example.org/gone", HttpStatusCode.NotFound);
        Answers("/blocked", "<title>Just a moment...</title><p>Checking your browser before you can go on.</p>");

        var read = await FillAsync([AnEntry("/gone"), AnEntry("/blocked")]);

        Assert.All(read.Entries, entry => Assert.Equal("In short.", entry.Text));
        Assert.Equal(
            [
                "The page of 'Entry /gone' could not be read for its text: the server answered 404 Not Found: the address may have moved.",
                "The page of 'Entry /blocked' could not be read for its text: it answers programs with a browser check ('Just a moment...') instead of the page.",
            ],
            read.Remarks);
    }

    [Fact]
    public async Task A_page_that_leads_to_the_sites_home_page_has_no_text_of_its_own()
    {
        _server.Answers("https://www.example.org/gone", HttpStatusCode.MovedPermanently, ("Location", "/"));
        Answers("/", "<main><h1>Welcome</h1><p>All that this site is about and more than its summary.</p></main>");

        var read = await FillAsync([AnEntry("/gone")]);

        Assert.Equal("In short.", Assert.Single(read.Entries).Text);
        Assert.Equal(["The page of 'Entry /gone' could not be read for its text: its address leads to the site's home page now."], read.Remarks);
    }

    [Fact]
    public async Task At_most_twenty_pages_are_fetched()
    {
        var entries = Enumerable.Range(0, 25).Select(number => AnEntry($"/{number}")).ToList();
        entries.ForEach(entry => Answers(entry.Url!.AbsolutePath, "<main><p>The whole text of the news.</p></main>"));

        var read = await FillAsync(entries);

        Assert.Equal(20, _server.Requests.Count);
        Assert.Equal(20, read.Entries.Count(entry => entry.Content.Length > 0));
        Assert.Equal(["The pages of 25 entries were wanted for their text; 20 were fetched."], read.Remarks);
    }

    [Fact]
    public async Task A_site_that_wants_no_programs_is_left_alone()
    {
        _server.Answers("https://www.example.org/robots.txt", HttpStatusCode.OK, "User-agent: *\nDisallow: /"u8.ToArray());

        var read = await FillAsync([AnEntry("/a"), AnEntry("/b")]);

        Assert.Single(_server.Requests);
        Assert.Equal("The page of 'Entry /a' could not be read for its text: its robots.txt does not let programs such as this one read that page.", read.Remarks[0]);
    }

    public void Dispose() => _server.Dispose();

    private void Answers(string path, string html) =>
        _server.Answers($"https://www.example.org{path}", HttpStatusCode.OK, Encoding.UTF8.GetBytes(html), ("Content-Type", "text/html; charset=utf-8"));

    private static Entry AnEntry(string path) =>
        new() { Title = $"Entry {path}", Summary = "In short.", Url = new($"https://www.example.org{path}") };

    private Task<ReadResult.Read> FillAsync(IReadOnlyList<Entry> entries, Func<Entry, bool>? isWanted = null) =>
        new FullText(AFetcher.On(_server)).FillAsync(
            new Source("Example", SourceKind.Feed, new("https://www.example.org/feed"), "Example", [], []),
            new ReadResult.Read(entries, [], Validators: null),
            isWanted ?? (_ => true),
            TestContext.Current.CancellationToken);
}
