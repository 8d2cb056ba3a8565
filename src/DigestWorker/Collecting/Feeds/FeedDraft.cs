namespace DigestWorker.Collecting.Feeds;

/// <summary>What a document holds, not yet read as text.</summary>
/// <param name="FreshFor">How long the feed itself says that asking again is useless.</param>
internal sealed record FeedDraft(IReadOnlyList<EntryDraft> Entries, TimeSpan? FreshFor = null);
