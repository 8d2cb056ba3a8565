using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestWorker.Domain;

namespace DigestWorker.Matching;

/// <summary>
/// What the entries of one read may be recognised by: an id that holds everywhere, the publisher's id within its source, the canonical address, and
/// title, publisher and day. A key that two different entries of the read share tells nothing and is dropped.
/// </summary>
internal static class EntryKeys
{
    public const string GlobalPrefix = "global:", IdPrefix = "id:", UrlPrefix = "url:", DayPrefix = "day:";

    private const int FewestTitleWords = 3, LongestPlainKey = 200;

    public static IReadOnlyList<KeyedEntry> Of(Source source, IReadOnlyList<Entry> entries, Func<Uri, string?> canonical)
    {
        var keys = entries.Select(entry => Candidates(source, entry, canonical).ToList()).ToList();
        var ambiguous = Ambiguous(entries, keys);
        return [.. entries.Select((entry, at) => new KeyedEntry(
            entry,
            OrText(source, entry, keys[at].Where(key => !ambiguous.Contains(key))),
            ContentHash.OfVersion(entry),
            ContentHash.Of(entry)))];
    }

    private static IEnumerable<string> Candidates(Source source, Entry entry, Func<Uri, string?> canonical)
    {
        if (entry.GlobalId is { Length: > 0 } global)
        {
            yield return Bounded(GlobalPrefix, global);
        }

        if (entry.PublisherId is { Length: > 0 } id)
        {
            yield return Bounded(IdPrefix, $"{source.Name}|{id}");
        }

        if (entry is { Url: { } url, UrlIsShared: false } && canonical(url) is { } address)
        {
            yield return Bounded(UrlPrefix, address);
        }

        if (entry.Published is { Precision: DatePrecision.Instant or DatePrecision.Day } published
            && entry.Title.Count(letter => letter == ' ') + 1 >= FewestTitleWords)
        {
            var day = published.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return Hashed(DayPrefix, $"{source.Publisher}|{entry.Title}|{day}".ToLowerInvariant());
        }
    }

    private static HashSet<string> Ambiguous(IReadOnlyList<Entry> entries, List<List<string>> keys) =>
        [.. keys.SelectMany((own, at) => own.Select(key => (key, entry: entries[at])))
            .GroupBy(pair => pair.key, StringComparer.Ordinal)
            .Where(same => same.Select(pair => Face(pair.entry)).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(same => same.Key)];

    private static string Face(Entry entry) => $"{entry.Title}\n{entry.Url}";

    // An entry that nothing else names is still named by its source and its words.
    private static string[] OrText(Source source, Entry entry, IEnumerable<string> keys) =>
        keys.ToArray() is { Length: > 0 } named
            ? named
            : [Hashed(IdPrefix, $"{source.Name}|{entry.Title}|{entry.Url}|{entry.Published?.At.UtcTicks}")];

    private static string Bounded(string prefix, string text) =>
        text.Length <= LongestPlainKey ? prefix + text : Hashed(prefix, text);

    private static string Hashed(string prefix, string text) =>
        prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
