using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace DigestWorker.Settings;

/// <summary>The words of a digest that are the sender's own.</summary>
internal sealed record DigestTextSettings
{
    [Description("What the digest is called, in its subject and heading.")]
    public string Title { get; init; } = "Safeguarding Digest";

    [Description("Who sends it, with a postal address, as the law asks, such as \"Sample Partnership, 1 High Street, Durham\"; the From address stands in where left out.")]
    public string? Sender { get; init; }

    [Description("The most words quoted from one entry.")]
    [Range(0, 300)]
    public int QuoteWords { get; init; } = 120;

    [Description("Name to number or address, in this order, such as \"Childline\": \"0800 1111\"; an empty value takes a built-in line away.")]
    public Dictionary<string, string> SupportLines { get; init; } = [];

    [Description("The day on which somebody last tried the support lines, as 2026-11-24; the digest tells it.")]
    public string? SupportLinesChecked { get; init; }

    public DateOnly? CheckedOn =>
        DateOnly.TryParseExact(SupportLinesChecked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
