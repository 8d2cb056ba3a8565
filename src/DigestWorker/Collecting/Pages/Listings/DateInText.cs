using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>Finds the date in a line such as "Source: NSPCC, published on this site Tuesday 27th March 2018 by ...".</summary>
internal static partial class DateInText
{
    private const int LongestText = 2000;
    private const int LongestBesideYear = 40;
    private const string Month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
    private const string Clock = @"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b)?";
    private const string Weekday = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}";

    /// <returns>Null where the text holds none; a year counts only where little stands beside it.</returns>
    public static string? Find(string text)
    {
        var looked = text.Length <= LongestText ? text : text[..LongestText];
        return First(WholeDate(), looked) ?? First(MonthAndYear(), looked) ?? (looked.Length <= LongestBesideYear ? First(YearAlone(), looked) : null);
    }

    private static string? First(Regex form, string text) => form.Match(text) is { Success: true, Value: var date } ? date : null;

    [GeneratedRegex(
        $@"(?<!\d)(?:{Clock}[\s,]+)?(?:{Weekday},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{Month}[\s,.-]+\d{{4}}\b(?:[\s,]+(?:at\s+)?{Clock})?"
        + $@"|\b{Month}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b(?:[\s,]+(?:at\s+)?{Clock})?"
        + @"|(?<!\d)\d{4}-\d\d-\d\d(?:T\d\d:\d\d\S*)?"
        + @"|(?<!\d)\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)",
        RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex WholeDate();

    [GeneratedRegex($@"\b{Month}[\s,]+\d{{4}}\b", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.None, Pattern.Limit)]
    private static partial Regex YearAlone();
}
