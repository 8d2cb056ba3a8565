using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>Finds the date that some sites write into the address of a page: /news/2026/may/..., /2023-08-14-....</summary>
internal static partial class DateInAddress
{
    public static string? Find(Uri address) =>
        WholeDate().Match(address.AbsolutePath) is { Success: true } whole ? $"{whole.Groups["year"]}-{whole.Groups["month"]}-{whole.Groups["day"]}"
        : YearAndMonth().Match(address.AbsolutePath) is { Success: true } month ? $"{month.Groups["month"]} {month.Groups["year"]}"
        : null;

    [GeneratedRegex(@"/(?<year>20\d\d)[/-](?<month>\d\d)[/-](?<day>\d\d)(?=[/-])", RegexOptions.None, Pattern.Limit)]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"/(?<year>20\d\d)/(?<month>january|february|march|april|may|june|july|august|september|october|november|december)/", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex YearAndMonth();
}
