namespace DigestWorker.Collecting.Feeds;

/// <summary>What a server or a file gave, before anything is known about it.</summary>
/// <param name="Address">Where it came from in the end; relative links count from here.</param>
internal sealed record FeedDocument(ReadOnlyMemory<byte> Bytes, string? ContentType, Uri Address);
