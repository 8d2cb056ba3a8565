using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace DigestWorker.Settings;

/// <summary>The words of a digest that are the sender's own.</summary>
internal sealed record DigestTextSettings
{
    public string Title { get; init; } = "Safeguarding Digest";

    /// <summary>Who sends it, with a postal address, as the law asks; the From address stands in where left out.</summary>
    public string? Sender { get; init; }

    /// <summary>The most words quoted from one entry.</summary>
    [Range(0, 300)]
    public int QuoteWords { get; init; } = 120;

    /// <summary>Name to number or address, in this order; an empty value takes a built-in line away.</summary>
    public Dictionary<string, string> SupportLines { get; init; } = [];

    /// <summary>The day on which somebody last tried the support lines, as 2026-11-24; the digest tells it.</summary>
    public string? SupportLinesChecked { get; init; }

    public DateOnly? CheckedOn =>
        DateOnly.TryParseExact(SupportLinesChecked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
