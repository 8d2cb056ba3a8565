namespace DigestWorker.Domain;

/// <summary>A stored entry that one of the keys leads to.</summary>
/// <param name="VersionHash">The version that the asking source showed last; null where it has not shown it yet.</param>
/// <param name="KeepsText">True when the asking source is the one whose text is kept, and retention has not taken it away.</param>
/// <param name="Source">The name of the source whose text is kept.</param>
/// <param name="Key">The key that led here; for a text that came under new names "text:".</param>
/// <param name="KeyCount">How many keys the entry has by now.</param>
public sealed record KnownEntry(
    string Key, long Id, string Title, string? Url, byte[]? VersionHash, bool KeepsText, string Source, int KeyCount);
