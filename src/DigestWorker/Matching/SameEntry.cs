using DigestWorker.Domain;

namespace DigestWorker.Matching;

/// <summary>Decides which stored entry, if any, a freshly read one is.</summary>
internal static class SameEntry
{
    public static KnownEntry? Among(ILookup<string, KnownEntry> known, KeyedEntry read) =>
        read.Keys.SelectMany(key => known[key]).FirstOrDefault(candidate => Trusted(candidate, read.Entry));

    /// <summary>The key of an entry that is recognised by its text alone.</summary>
    public const string ByText = "text:";

    /// <summary>True where neither id nor address is what it was.</summary>
    public static bool HasNewNames(KnownEntry known) =>
        known.Key == ByText || known.Key.StartsWith(EntryKeys.DayPrefix, StringComparison.Ordinal);

    public static string Because(KnownEntry known) =>
        known.Key.StartsWith(EntryKeys.UrlPrefix, StringComparison.Ordinal) ? "same address"
        : known.Key.StartsWith(EntryKeys.IdPrefix, StringComparison.Ordinal) ? "same id of the publisher"
        : "same title, publisher and day";

    // Some publishers give every entry one id; an id alone, with another title and another address, is not the same entry.
    private static bool Trusted(KnownEntry known, Entry read) =>
        !known.Key.StartsWith(EntryKeys.IdPrefix, StringComparison.Ordinal)
        || string.Equals(known.Title, read.Title, StringComparison.OrdinalIgnoreCase)
        || known.Url == read.Url?.AbsoluteUri;
}
