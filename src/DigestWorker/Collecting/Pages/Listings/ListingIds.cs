using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>
/// Gives the entries of a listing their ids: the address where an entry has one of its own, else its date and title, since
/// one chapter is amended many times and news link to guidance that others link to as well.
/// </summary>
internal sealed class ListingIds(Uri listing)
{
    /// <summary>The entries with their ids, each id once; <paramref name="datedByHeading"/> says the same of the entry at its place.</summary>
    public IReadOnlyList<Entry> Give(IReadOnlyList<Entry> entries, IReadOnlyList<bool> datedByHeading)
    {
        var shared = entries
            .Where(entry => entry.Url is not null)
            .GroupBy(entry => Spelt(entry.Url!), StringComparer.Ordinal)
            .Where(same => same.Select(entry => entry.Title).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);

        return [.. entries
            .Select((entry, at) => WithId(entry, !datedByHeading[at] && IsOwn(entry.Url, shared)))
            .DistinctBy(entry => entry.PublisherId, StringComparer.OrdinalIgnoreCase)];
    }

    private bool IsOwn(Uri? address, HashSet<string> shared) =>
        address is not null
        && (listing.IsFile || Host(address) == Host(listing))
        && !shared.Contains(Spelt(address))
        && Spelt(address) != Spelt(listing);

    private static Entry WithId(Entry entry, bool addressIsOwn) => entry with
    {
        PublisherId = addressIsOwn ? Spelt(entry.Url!) : $"{Day(entry.Published)} {entry.Title}",
        UrlIsShared = !addressIsOwn && entry.Url is not null,
    };

    private static string Day(PublishedDate? date) => date switch
    {
        null => "undated",
        { Precision: DatePrecision.Year } => date.At.ToString("yyyy", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Month } => date.At.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => date.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Spelt(Uri address) => CanonicalUrl.Of(address) ?? address.AbsoluteUri;

    private static string Host(Uri address) => address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;
}
