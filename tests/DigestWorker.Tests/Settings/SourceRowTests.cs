using DigestWorker.Domain;

namespace DigestWorker.Tests.Settings;

public sealed class SourceRowTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "Url: is missing; write the full address that this source is read from")]
    [InlineData("www.gov.uk/ofsted.atom", "Url: \"www.gov.uk/ofsted.atom\" stands here; did you mean \"https://www.gov.uk/ofsted.atom\"?")]
    [InlineData("htps://www.gov.uk/ofsted.atom", "Url: \"htps://www.gov.uk/ofsted.atom\" stands here; did you mean \"https://www.gov.uk/ofsted.atom\"?")]
    [InlineData("ftp://example.org/feed", "Url: \"ftp://example.org/feed\" stands here; write a full address such as \"https://www.example.org/news/feed.atom\"")]
    [InlineData("https://\u00AD/feed", "Url: \"https://\u00AD/feed\" stands here; write a full address such as \"https://www.example.org/news/feed.atom\"")]
    [InlineData("gopher://example.org/feed", "Url: \"gopher://example.org/feed\" stands here; write a full address such as \"https://www.example.org/news/feed.atom\"")]
    [InlineData("/feed.xml", "Url: \"/feed.xml\" stands here; did you mean \"https://feed.xml\"?")]
    [InlineData("https:///feed.xml", "Url: \"https:///feed.xml\" stands here; write a full address such as \"https://www.example.org/news/feed.atom\"")]
    [InlineData("https://me:pa55@example.org/feed", "Url: (hidden) stands here; write the address without the user name and password before its @")]
    [InlineData("htps://me:pa55@example.org/feed", "Url: (hidden) stands here; write the address without the user name and password before its @")]
    [InlineData("file:", "Url: \"file:\" stands here; write the file after file:, for instance \"file:samples/feed.xml\"")]
    [InlineData("file://samples/feed.xml", "Url: \"file://samples/feed.xml\" stands here; did you mean \"file:samples/feed.xml\" for a file beside the settings file, or three slashes for a full path?")]
    public void A_bad_address_is_told(string url, string mistake) =>
        Assert.Equal([$"Sources:0:{mistake}"], _folder.Refuse($$"""{ "Sources": [{ "Name": "A", "Url": "{{url}}" }] }"""));

    [Theory]
    [InlineData("""{ "Url": "https://example.org/a" }""", "Name: is missing; write a name of its own for this source")]
    [InlineData("""{ "Name": "A\u0007B", "Url": "https://example.org/a" }""", "Name: \"A\\u0007B\" stands here; write it on one line, without control characters")]
    [InlineData("""{ "Name": "A", "Url": "https://example.org/a", "Kind": "feeds" }""", "Kind: \"feeds\" stands here; did you mean \"feed\"?")]
    [InlineData("""{ "Name": "A", "Url": "https://example.org/a", "Kind": "podcast" }""", "Kind: \"podcast\" stands here; write one of feed, govuk-search, govuk-content, ons-releases, wp-rest, page-list, page")]
    [InlineData("""{ "Name": "A", "Url": "https://example.org/a", "Topics": "send" }""", "Topics: \"send\" stands here; write a list, between [ and ]")]
    [InlineData("""{ "Name": "A", "Url": "https://example.org/a", "Topics": ["send", "attendence"] }""", "Topics:1: \"attendence\" is not a topic; did you mean \"attendance\"?")]
    [InlineData("""{ "Name": "A", "Url": "https://example.org/a", "Areas": ["Wales", ""] }""", "Areas:1: is missing; write the name of an area, such as \"Wales\"")]
    [InlineData("""{ "Name": "A", "Url": 5, "Enabled": false }""", "Url: 5 stands here; write text, between double quotes")]
    public void A_bad_row_is_told_once(string row, string mistake) =>
        Assert.Equal([$"Sources:0:{mistake}"], _folder.Refuse($$"""{ "Sources": [{{row}}] }"""));

    [Fact]
    public void A_row_that_is_no_object_leaves_the_other_rows_their_numbers() =>
        Assert.Equal(
            [
                "Sources:0: \"https://example.org/a\" stands here; write an object, between { and }",
                "Sources:1:Name: is missing; write a name of its own for this source",
            ],
            _folder.Refuse("""{ "Sources": ["https://example.org/a", { "Url": "https://example.org/b" }] }"""));

    [Theory]
    [InlineData("feed", SourceKind.Feed)]
    [InlineData("govuk-search", SourceKind.GovUkSearch)]
    [InlineData("govuk-content", SourceKind.GovUkContent)]
    [InlineData("ons-releases", SourceKind.OnsReleases)]
    [InlineData("wp-rest", SourceKind.WpRest)]
    [InlineData("page-list", SourceKind.PageList)]
    [InlineData("page", SourceKind.Page)]
    public void Each_of_the_seven_kinds_is_valid(string word, SourceKind kind) =>
        Assert.Equal(kind, Source($$"""{ "Name": "A", "Url": "https://example.org/a", "Kind": "{{word}}"{{Needed(kind)}} }""").Kind);

    [Fact]
    public void A_row_needs_only_a_name_and_an_address()
    {
        var source = Source("""{ "Name": "Ofsted", "Url": "http://example.org/a" }""");

        Assert.Equal(("Ofsted", SourceKind.Feed, "Ofsted"), (source.Name, source.Kind, source.Publisher));
        Assert.Equal("http://example.org/a", source.Url.AbsoluteUri);
        Assert.Empty(source.Topics.Concat(source.Areas));
    }

    [Theory]
    [InlineData("file:samples/feed.xml", "samples/feed.xml")]
    [InlineData("file:./a%20b%23c.xml", "a b#c.xml")]
    [InlineData("FILE:Feed.xml", "Feed.xml")]
    public void A_relative_file_counts_from_the_settings_file(string url, string file) =>
        Assert.Equal(
            Path.Combine(_folder.Folder, file),
            Source($$"""{ "Name": "A", "Url": "{{url}}" }""").Url.LocalPath);

    [Fact]
    public void A_full_file_address_stays_as_it_is() =>
        Assert.Equal("/srv/feeds/a.xml", Source("""{ "Name": "A", "Url": "file:///srv/feeds/a.xml" }""").Url.LocalPath);

    [Fact]
    public void A_row_that_is_switched_off_is_kept_apart()
    {
        var settings = _folder.Accept("""
            { "Sources": [
              { "Name": "A", "Url": "https://example.org/a", "Enabled": false },
              { "Name": "B", "Url": "https://example.org/b" } ] }
            """);

        Assert.Equal("B", Assert.Single(settings.Sources).Name);
        Assert.Equal("A", Assert.Single(settings.SourcesSwitchedOff).Name);
    }

    private static string Needed(SourceKind kind) => kind is SourceKind.PageList ? """, "Recipe": "iwf-news" """ : "";

    private Source Source(string row) => Assert.Single(_folder.Accept($$"""{ "Sources": [{{row}}] }""").Sources);
}
