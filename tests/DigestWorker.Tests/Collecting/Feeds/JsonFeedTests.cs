using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Feeds;

public sealed class JsonFeedTests
{
    [Fact]
    public void Json_feed_1_1_gives_every_field()
    {
        var read = Parsed.Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [{
              "id": "7", "url": "/7", "title": "Attendance: <5% & falling", "summary": "In short.",
              "content_html": "<p>One</p><p>Two &amp; three</p>", "date_published": "2025-11-20T09:30:00Z", "date_modified": "2025-11-21",
              "authors": [{"name": "Data team"}]}]}
            """);

        Assert.Equal(
            new Entry
            {
                PublisherId = "7",
                Url = new("https://example.org/7"),
                Title = "Attendance: <5% & falling",
                Summary = "In short.",
                Content = "One\n\nTwo & three",
                Published = new(new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
                Updated = new(new(2025, 11, 21, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day),
                Author = "Data team",
            },
            Assert.Single(read.Entries));
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public void A_list_in_json_is_no_feed_and_called_what_it_is() =>
        Assert.Equal("it is JSON, but no JSON Feed: it has no list of items", Parsed.Fault("""[{"id": 7, "title": {"rendered": "News"}}]"""));

    [Fact]
    public void Json_feed_1_0_has_one_author_and_may_have_a_number_for_an_id()
    {
        var read = Parsed.Read("""{"items": [{"id": 7, "content_text": "One\n\nTwo", "author": {"name": "Data team"}}]}""");

        var entry = Assert.Single(read.Entries);
        Assert.Equal(("7", "One\n\nTwo", "Data team"), (entry.PublisherId, entry.Content, entry.Author));
    }

    [Theory]
    [InlineData("""{"items": [{"id": "1", "title": "Half \ud83d character"}]}""", "Half character")]
    [InlineData("""{"items": [{"id": "1", "title": "Whole \ud83d\ude00 character"}]}""", "Whole 😀 character")]
    [InlineData("""{"items": [{"id": "1", "title": "Path C:\\ud83d"}]}""", @"Path C:\ud83d")]
    [InlineData("\uFEFF \0\n{\"items\": [{\"id\": \"1\", \"title\": \"Blanks in front\"}]}", "Blanks in front")]
    [InlineData("""{"items": [{"id": "1", "title": "Trailing comma"},]}""", "Trailing comma")]
    [InlineData("""{"items": [7, null, {"id": "1", "title": "Among nonsense", "url": {}, "authors": [null]}]}""", "Among nonsense")]
    public void Odd_json_is_read(string json, string title) => Assert.Equal(title, Assert.Single(Parsed.Read(json).Entries).Title);

    [Theory]
    [InlineData("""{"name": "no feed"}""", "it is JSON, but no JSON Feed: it has no list of items")]
    [InlineData("""{"items": 7}""", "it is JSON, but no JSON Feed: it has no list of items")]
    [InlineData("""{"items": [{"id": "1", "ti""", "it is cut off: it ends before its JSON is closed")]
    [InlineData("{\"items\": [\n{\"id\" 1}]}", "it is not valid JSON (the first fault is in line 2)")]
    public void What_is_no_json_feed_is_refused(string json, string reason) => Assert.Equal(reason, Parsed.Fault(json));
}
