namespace DigestWorker.Domain;

/// <summary>An entry as read, with all that it may be recognised by.</summary>
/// <param name="Keys">Surest first; unique over everything stored.</param>
/// <param name="VersionHash">Changes whenever title or text does.</param>
/// <param name="ContentHash">Equal for equal texts; null where the text is too short to say.</param>
public sealed record KeyedEntry(Entry Entry, IReadOnlyList<string> Keys, byte[] VersionHash, byte[]? ContentHash);
