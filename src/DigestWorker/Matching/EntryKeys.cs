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
        var ambiguous = Ambiguous(entries.Zip(keys), entry => Face(entry, canonical));
        return [.. entries.Zip(keys, (entry, own) => Keyed(entry, OrText(source, entry, own.Where(key => !ambiguous.Contains(key)))))];
    }

    private static KeyedEntry Keyed(Entry entry, string[] keys)
    {
        var words = new EntryWords(entry);
        return new KeyedEntry(entry, keys, ContentHash.OfVersion(words), ContentHash.Of(words));
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

        foreach (var address in entry.UrlIsShared ? [] : new[] { entry.Url, entry.MovedTo }.OfType<Uri>().Select(canonical).OfType<string>())
        {
            yield return Bounded(UrlPrefix, address);
        }

        if (entry.Published is { Precision: DatePrecision.Instant or DatePrecision.Day } published
            && entry.Title.AsSpan().Count(' ') + 1 >= FewestTitleWords)
        {
            var day = published.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return Hashed(DayPrefix, $"{source.Publisher}|{entry.Title}|{day}".ToLowerInvariant());
        }
    }

    private static HashSet<string> Ambiguous(IEnumerable<(Entry Entry, List<string> Keys)> candidates, Func<Entry, string> face)
    {
        var owners = new Dictionary<string, Entry>(StringComparer.Ordinal);
        return [.. candidates
            .SelectMany(one => one.Keys, (one, key) => (one.Entry, Key: key))
            .Where(one => !owners.TryAdd(one.Key, one.Entry) && face(owners[one.Key]) != face(one.Entry))
            .Select(one => one.Key)];
    }

    private static string Face(Entry entry, Func<Uri, string?> canonical) =>
        $"{entry.Title}\n{(entry.Url is { } url ? canonical(url) ?? url.AbsoluteUri : "")}";

    // An entry that nothing else names is still named by its source and its words.
    private static string[] OrText(Source source, Entry entry, IEnumerable<string> keys) =>
        keys.ToArray() is { Length: > 0 } named
            ? named
            : [Hashed(IdPrefix, $"{source.Name}|{entry.Title}|{entry.Url}|{entry.Published?.At.UtcTicks}")];

    private static string Bounded(string prefix, string text) =>
        text.Length <= LongestPlainKey && !text.Any(char.IsControl) ? prefix + text : Hashed(prefix, text);

    private static string Hashed(string prefix, string text) =>
        prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
