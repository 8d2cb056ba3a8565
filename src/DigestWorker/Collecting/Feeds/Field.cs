using System.Collections.Frozen;

namespace DigestWorker.Collecting.Feeds;

/// <summary>The parts of an entry as feeds give them. Where several say the same, the one named first here wins.</summary>
internal enum Field
{
    Id,
    Identifier,
    OriginalLink,
    Link,
    OtherLink,
    PermanentId,
    About,
    SelfLink,
    Enclosure,
    Title,
    OtherTitle,
    Content,
    Summary,
    OtherSummary,
    Published,
    OtherDate,
    Updated,
    Author,
    Category,
    MediaGroup,
}

internal static class Fields
{
    // Publishers write pubdate and PubDate.
    private static readonly FrozenDictionary<string, Field>?[] ByName = Lay(new()
    {
        [Vocabulary.Rss] = new()
        {
            ["title"] = Field.Title,
            ["link"] = Field.Link,
            ["url"] = Field.OtherLink,
            ["guid"] = Field.Id,
            ["id"] = Field.Id,
            ["description"] = Field.Summary,
            ["summary"] = Field.Summary,
            ["content"] = Field.Content,
            ["encoded"] = Field.Content,
            ["fulltext"] = Field.Content,
            ["pubdate"] = Field.Published,
            ["published"] = Field.Published,
            ["date"] = Field.OtherDate,
            ["updated"] = Field.Updated,
            ["author"] = Field.Author,
            ["category"] = Field.Category,
            ["enclosure"] = Field.Enclosure,
        },
        [Vocabulary.Atom] = new()
        {
            ["id"] = Field.Id,
            ["title"] = Field.Title,
            ["link"] = Field.Link,
            ["summary"] = Field.Summary,
            ["content"] = Field.Content,
            ["published"] = Field.Published,
            ["issued"] = Field.Published,
            ["created"] = Field.OtherDate,
            ["updated"] = Field.Updated,
            ["modified"] = Field.Updated,
            ["author"] = Field.Author,
            ["category"] = Field.Category,
        },
        [Vocabulary.Content] = new() { ["encoded"] = Field.Content },
        [Vocabulary.Xhtml] = new() { ["body"] = Field.Content },
        [Vocabulary.DublinCore] = new()
        {
            ["title"] = Field.OtherTitle,
            ["identifier"] = Field.Identifier,
            ["description"] = Field.OtherSummary,
            ["date"] = Field.OtherDate,
            ["creator"] = Field.Author,
        },
        [Vocabulary.DublinCoreTerms] = new()
        {
            ["title"] = Field.OtherTitle,
            ["identifier"] = Field.Identifier,
            ["abstract"] = Field.OtherSummary,
            ["issued"] = Field.OtherDate,
            ["created"] = Field.OtherDate,
            ["modified"] = Field.Updated,
            ["creator"] = Field.Author,
        },
        [Vocabulary.FeedBurner] = new() { ["origlink"] = Field.OriginalLink },
        [Vocabulary.Itunes] = new()
        {
            ["title"] = Field.OtherTitle,
            ["summary"] = Field.OtherSummary,
            ["author"] = Field.Author,
        },
        [Vocabulary.Media] = new()
        {
            ["title"] = Field.OtherTitle,
            ["description"] = Field.OtherSummary,
            ["group"] = Field.MediaGroup,
        },
    });

    public static Field? Named(Vocabulary vocabulary, string name) =>
        ByName[(int)vocabulary] is { } names && names.TryGetValue(name, out var field) ? field : null;

    private static FrozenDictionary<string, Field>?[] Lay(Dictionary<Vocabulary, Dictionary<string, Field>> names) =>
        [.. Enum.GetValues<Vocabulary>().Select(vocabulary => names.GetValueOrDefault(vocabulary)?.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase))];
}
