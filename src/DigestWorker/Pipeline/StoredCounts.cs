using DigestWorker.Domain;

namespace DigestWorker.Pipeline;

/// <summary>What storing the entries of one read came to.</summary>
internal sealed record StoredCounts
{
    public int New { get; init; }

    public int Revised { get; init; }

    public int Known { get; init; }

    /// <summary>Entries that another source, or another row of this one, had shown already.</summary>
    public IReadOnlyList<SameEntryFound> Twice { get; init; } = [];

    /// <summary>Known texts that came under new ids and addresses.</summary>
    public int Renamed { get; init; }

    /// <summary>Known entries that come under a new id at every read.</summary>
    public int Restless { get; init; }

    /// <summary>Titles of entries whose new text looks like a failed fetch.</summary>
    public IReadOnlyList<string> Suspicious { get; init; } = [];

    /// <summary>So much at once that it was taken for a baseline.</summary>
    public bool IsFlood { get; init; }

    /// <returns>Why the one page of the source counts as not read, though it came; null where it was read.</returns>
    public string? Fault(Source source) =>
        source.Kind is SourceKind.Page or SourceKind.GovUkContent && Suspicious is [var title, ..]
            ? $"{LikeFailedFetch(title)}. If this is its text from now on, give its row in Sources another Name"
            : null;

    /// <summary>What of this is odd, in the admin's words.</summary>
    public IEnumerable<string> Oddities()
    {
        if (IsFlood)
        {
            yield return $"{New} new entries at once are taken for an archive: only those dated in the window are news.";
        }

        if (Renamed > 0)
        {
            yield return $"{Renamed} known entries came with new ids and addresses.";
        }

        if (Restless > 0)
        {
            yield return $"{Restless} known entries come with a new id at every read; they are recognised by their address.";
        }

        foreach (var title in Suspicious)
        {
            yield return LikeFailedFetch(title) + ".";
        }
    }

    private static string LikeFailedFetch(string title) => $"'{title}' came with a text that looks like a failed fetch; the earlier text stays";
}

internal sealed record SameEntryFound(string Title, string Because);
