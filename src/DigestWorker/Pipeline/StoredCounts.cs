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

    /// <summary>Texts that look like a failed fetch.</summary>
    public IReadOnlyList<SuspiciousText> Suspicious { get; init; } = [];

    /// <summary>So much at once that it was taken for a baseline.</summary>
    public bool IsFlood { get; init; }

    /// <summary>A list that could not be read for a while has come back with nothing known in it.</summary>
    public bool HasGap { get; init; }

    public bool IsAllNew => New > 0 && Revised + Known + Renamed + Twice.Count == 0;

    /// <returns>Why the one page of the source counts as not read, though it came; null where it was read.</returns>
    public string? Fault(Source source) =>
        source.IsOnePage && Suspicious is [var text, ..] ? text.Words + text.Advice : null;

    /// <summary>What of this is odd, in the admin's words.</summary>
    public IEnumerable<string> Oddities()
    {
        if (IsFlood)
        {
            yield return $"{New} new entries at once are taken for an archive: only those dated in the window are news.";
        }

        if (HasGap)
        {
            yield return $"None of its {New} entries was known: what came and went while it could not be read is missing.";
        }

        if (Renamed > 0)
        {
            yield return $"{Renamed} known entries came with new ids and addresses.";
        }

        if (Restless > 0)
        {
            yield return $"{Restless} known entries come with a new id at every read; they are recognised by their address.";
        }

        foreach (var text in Suspicious)
        {
            yield return text.Words + ".";
        }
    }
}

/// <param name="Giver">The source whose text is kept; null for this one.</param>
internal sealed record SuspiciousText(string Title, string? Giver)
{
    public string Words => $"'{Title}' came with a text that looks like a failed fetch; {(Giver is null ? "the earlier text" : $"that which {Giver} gave")} stays";

    public string Advice => Giver is null ? ". If this is its text from now on, give its row in Sources another Name" : "";
}

internal sealed record SameEntryFound(string Title, string Because);
