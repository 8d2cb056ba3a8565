using DigestWorker.Domain;

namespace DigestWorker.Matching;

/// <summary>An entry with its words as they are compared; folding them is work, so it is done once.</summary>
internal sealed class EntryWords(Entry entry)
{
    public Entry Entry => entry;

    public string Title { get; } = PlainWords.Of(entry.Title);

    public string Summary { get; } = PlainWords.Of(entry.Summary);

    public string Content { get; } = PlainWords.Of(entry.Content);

    public string Text => entry.Content.Length > 0 ? Content : Summary;
}
