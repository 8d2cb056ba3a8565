using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class PageTests
{
    private static readonly Uri Address = new("https://www.example.org/safeguarding/report");

    [Fact]
    public void Only_the_main_text_of_a_page_is_read()
    {
        var entry = Assert.Single(Read(Listed.Fixture("watched-guidance.html")).Entries);

        Assert.Equal("Reporting a concern", entry.Title);
        Assert.Equal(
            """
            Call the front door on the same day.

            - Say who you are;
            - say what you saw.

            What happens next

            You hear from us within one working day.
            """,
            entry.Content, ignoreLineEndingDifferences: true);
        Assert.Equal(("example.org/safeguarding/report", Address), (entry.PublisherId, entry.Url));
        Assert.Equal(DatePrecision.Instant, entry.Published!.Precision);
        Assert.Equal(new PublishedDate(new(2026, 5, 3, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day), entry.Updated);
    }

    [Theory]
    [InlineData("3 May 2026", "9 May 2026")]
    [InlineData("We use cookies to see", "We and 214 partners use cookies to see")]
    [InlineData("Share this page", "Share this page with a friend")]
    [InlineData("Training for schools", "Training for health")]
    [InlineData("Contact us", "Contact us, 2026")]
    public void What_stands_around_the_text_may_change_without_being_a_change(string from, string to)
    {
        var html = Listed.Fixture("watched-guidance.html");

        Assert.Contains(from, html, StringComparison.Ordinal);
        Assert.Equal(Text(html), Text(html.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_changed_sentence_is_a_change()
    {
        var html = Listed.Fixture("watched-guidance.html");

        Assert.NotEqual(Text(html), Text(html.Replace("one working day", "two working days", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<title>Just a moment...</title><p>Checking your browser</p>", "it answers programs with a browser check ('Just a moment...') instead of the page")]
    [InlineData("<title>Sign in to your account</title><main><h1>Sign in</h1><p>Email address</p></main>", "it asks to sign in ('Sign in to your account') before it shows the page")]
    [InlineData("<title>Partnership</title><main><h1>Log in | Partnership</h1><p>Password</p></main>", "it asks to sign in ('Partnership') before it shows the page")]
    [InlineData("<title>App</title><div id=root></div><script>start()</script>", "no text was found on the page 'App'; it may need a browser to show any")]
    public void A_page_without_its_text_is_a_fault(string html, string fault) =>
        Assert.Equal(fault, Assert.IsType<ReadResult.Failed>(Parse(html)).Reason);

    [Theory]
    [InlineData("application/pdf", "<a>", "it is no web page but application/pdf")]
    [InlineData("application/vnd.ms-excel; charset=binary", "<a>", "it is no web page but application/vnd.ms-excel")]
    [InlineData(null, "%PDF-1.7 <a>", "it is no web page but a PDF")]
    public void A_document_of_another_kind_is_not_taken_for_a_page(string? type, string body, string fault) =>
        Assert.Equal(new ReadResult.Failed(fault), new PageParser(new AutumnClock()).Parse(Address, new Answer(Encoding.UTF8.GetBytes(body), type, Address)));

    [Theory]
    [InlineData("Log in and record a concern")]
    [InlineData("Signing in to CPOMS")]
    [InlineData("How to sign in")]
    public void A_page_that_tells_how_to_sign_in_is_read(string title) =>
        Assert.IsType<ReadResult.Read>(Parse($"<title>{title}</title><main><h1>{title}</h1><p>Ask your lead for an account.</p></main>"));

    [Fact]
    public void A_long_text_about_browser_checks_is_no_browser_check()
    {
        var html = $"<title>What a captcha is</title><main><h1>What a captcha is</h1>{string.Concat(Enumerable.Repeat("<p>Some sites ask for a captcha.</p>", 100))}</main>";

        Assert.IsType<ReadResult.Read>(Parse(html));
    }

    private static string Text(string html) => Assert.Single(Read(html).Entries).Content;

    private static ReadResult.Read Read(string html) => Assert.IsType<ReadResult.Read>(Parse(html));

    private static ReadResult Parse(string html) =>
        new PageParser(new AutumnClock()).Parse(Address, new Answer(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Address));

    private sealed class AutumnClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
