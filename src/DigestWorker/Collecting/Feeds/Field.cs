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
    private static readonly FrozenDictionary<(Vocabulary Vocabulary, string Name), Field> ByName = new Dictionary<(Vocabulary, string), Field>
    {
        [(Vocabulary.Rss, "title")] = Field.Title,
        [(Vocabulary.Rss, "link")] = Field.Link,
        [(Vocabulary.Rss, "url")] = Field.OtherLink,
        [(Vocabulary.Rss, "guid")] = Field.Id,
        [(Vocabulary.Rss, "id")] = Field.Id,
        [(Vocabulary.Rss, "description")] = Field.Summary,
        [(Vocabulary.Rss, "summary")] = Field.Summary,
        [(Vocabulary.Rss, "content")] = Field.Content,
        [(Vocabulary.Rss, "encoded")] = Field.Content,
        [(Vocabulary.Rss, "fulltext")] = Field.Content,
        [(Vocabulary.Rss, "pubdate")] = Field.Published,
        [(Vocabulary.Rss, "published")] = Field.Published,
        [(Vocabulary.Rss, "date")] = Field.OtherDate,
        [(Vocabulary.Rss, "updated")] = Field.Updated,
        [(Vocabulary.Rss, "author")] = Field.Author,
        [(Vocabulary.Rss, "category")] = Field.Category,
        [(Vocabulary.Rss, "enclosure")] = Field.Enclosure,
        [(Vocabulary.Atom, "id")] = Field.Id,
        [(Vocabulary.Atom, "title")] = Field.Title,
        [(Vocabulary.Atom, "link")] = Field.Link,
        [(Vocabulary.Atom, "summary")] = Field.Summary,
        [(Vocabulary.Atom, "content")] = Field.Content,
        [(Vocabulary.Atom, "published")] = Field.Published,
        [(Vocabulary.Atom, "issued")] = Field.Published,
        [(Vocabulary.Atom, "created")] = Field.OtherDate,
        [(Vocabulary.Atom, "updated")] = Field.Updated,
        [(Vocabulary.Atom, "modified")] = Field.Updated,
        [(Vocabulary.Atom, "author")] = Field.Author,
        [(Vocabulary.Atom, "category")] = Field.Category,
        [(Vocabulary.Content, "encoded")] = Field.Content,
        [(Vocabulary.Xhtml, "body")] = Field.Content,
        [(Vocabulary.DublinCore, "title")] = Field.OtherTitle,
        [(Vocabulary.DublinCore, "identifier")] = Field.Identifier,
        [(Vocabulary.DublinCore, "description")] = Field.OtherSummary,
        [(Vocabulary.DublinCore, "date")] = Field.OtherDate,
        [(Vocabulary.DublinCore, "creator")] = Field.Author,
        [(Vocabulary.DublinCoreTerms, "title")] = Field.OtherTitle,
        [(Vocabulary.DublinCoreTerms, "identifier")] = Field.Identifier,
        [(Vocabulary.DublinCoreTerms, "abstract")] = Field.OtherSummary,
        [(Vocabulary.DublinCoreTerms, "issued")] = Field.OtherDate,
        [(Vocabulary.DublinCoreTerms, "created")] = Field.OtherDate,
        [(Vocabulary.DublinCoreTerms, "modified")] = Field.Updated,
        [(Vocabulary.DublinCoreTerms, "creator")] = Field.Author,
        [(Vocabulary.FeedBurner, "origlink")] = Field.OriginalLink,
        [(Vocabulary.Itunes, "title")] = Field.OtherTitle,
        [(Vocabulary.Itunes, "summary")] = Field.OtherSummary,
        [(Vocabulary.Itunes, "author")] = Field.Author,
        [(Vocabulary.Media, "title")] = Field.OtherTitle,
        [(Vocabulary.Media, "description")] = Field.OtherSummary,
        [(Vocabulary.Media, "group")] = Field.MediaGroup,
    }.ToFrozenDictionary(new SameWord());

    public static Field? Named(Vocabulary vocabulary, string name) => ByName.TryGetValue((vocabulary, name), out var field) ? field : null;

    /// <summary>Publishers write pubdate and PubDate.</summary>
    private sealed class SameWord : IEqualityComparer<(Vocabulary Vocabulary, string Name)>
    {
        public bool Equals((Vocabulary Vocabulary, string Name) x, (Vocabulary Vocabulary, string Name) y) =>
            x.Vocabulary == y.Vocabulary && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((Vocabulary Vocabulary, string Name) word) =>
            HashCode.Combine(word.Vocabulary, StringComparer.OrdinalIgnoreCase.GetHashCode(word.Name));
    }
}
