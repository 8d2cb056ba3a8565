using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Dates;

/// <summary>Reads a date in whatever form a publisher writes it, no more exactly than it is written.</summary>
internal static partial class WrittenDate
{
    private const int LongestDate = 100;

    private static readonly string[] OtherUsualForms = ["yyyy-MM-ddTHH:mm:ssK", "ddd, dd MMM yyyy HH:mm:ss zzz"];

    /// <returns>Null where the text is no date, or no day of the calendar (30 February).</returns>
    public static PublishedDate? Read(string text)
    {
        if (text.Length > LongestDate)
        {
            return null;
        }

        return IsUsual(text, out var instant) ? new PublishedDate(instant.ToUniversalTime(), DatePrecision.Instant) : ReadUnusual(text);
    }

    // The two that most feeds write come first, by the ways in which the framework reads them several times faster than by a form.
    private static bool IsUsual(string text, out DateTimeOffset instant) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, 'Z']
            ? IsRoundTrip(text, out instant)
            : DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            || DateTimeOffset.TryParseExact(text, OtherUsualForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static bool IsRoundTrip(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        Span<char> whole = stackalloc char[text.Length + ".0000000".Length];
        text[..^1].CopyTo(whole);
        ".0000000Z".CopyTo(whole[(text.Length - 1)..]);
        return DateTimeOffset.TryParseExact(whole, "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    private static PublishedDate? ReadUnusual(string text)
    {
        var written = Comment().Replace(text, " ").Trim();
        Regex[] forms = [Numeric(), DayMonthYear(), MonthDayYear(), DaySlashMonth(), MonthYear()];
        return forms.Select(form => form.Match(written)).FirstOrDefault(match => match.Success) is { } match
            ? DateParts.Of(match.Groups).ToPublishedDate()
            : null;
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, Pattern.Limit)]
    private static partial Regex Comment();

    /// <summary>2025-11-24T09:00:00Z, 2025-11-24 09:00, 20251124, 2025-11, 2025.</summary>
    [GeneratedRegex("""
        ^(?<year>\d{4}) (?:[-/.]?(?<month>\d{1,2}) (?:[-/.]?(?<day>\d{1,2}))?)?
        (?:[T\s]\s*(?<clock>\S.*))?$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex Numeric();

    /// <summary>Mon, 24 Nov 2025 09:00:00 GMT; 14:39PM Thursday, 28 January 2021; 24th of November 2025; 24-Nov-25.</summary>
    [GeneratedRegex("""
        ^(?<clock>\d{1,2}[:.]\d\d\S*)? \D*\b
        (?<day>\d{1,2})(?:st|nd|rd|th)? [\s,.-]+ (?:of\s+)? (?<month>[a-z]{3,9}) [\s,.-]+ (?<year>\d{4}|\d\d)(?![\d:])
        (?:[\s,T]|at\b)* (?<clock>\S.*)?$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex DayMonthYear();

    /// <summary>November 24, 2025 9:00 AM; Mon Nov 24 09:00:00 GMT 2025.</summary>
    [GeneratedRegex("""
        ^(?:[a-z]+[\s,.]+)?
        (?<month>[a-z]{3,9}) [\s,.-]+ (?<day>\d{1,2})(?:st|nd|rd|th)? [\s,-]+
        (?<clock>\d{1,2}:\d\d\S*(?:\s+[a-z]{1,5})?\s+)? (?<year>\d{4})(?!\d)
        (?:[\s,T]|at\b)* (?<clock>\S.*)?$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex MonthDayYear();

    /// <summary>24/11/2025 09:00, 24.11.25.</summary>
    [GeneratedRegex("""
        ^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4}|\d\d)(?!\d)
        (?:[\s,T]|at\b)* (?<clock>\S.*)?$
        """, RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex DaySlashMonth();

    /// <summary>November 2025.</summary>
    [GeneratedRegex(@"^(?<month>[a-z]{3,9})[\s,.-]+(?<year>\d{4})$", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex MonthYear();
}
