using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>Tells a listing that says it has nothing to show from one that is read with the wrong selectors.</summary>
internal static partial class EmptyListing
{
    private const int LongestNotice = 1000;

    public static bool Says(string mainText) => mainText.Length <= LongestNotice && Nothing().IsMatch(mainText);

    [GeneratedRegex(
        @"\b(there (is|are) (currently |at present )?(no|nothing|not any)\b|no \w+( \w+)? (to show|to display|found|available|yet|at present|at the moment|match)|nothing (was )?found|found (no|0|nothing)\b|0 (results|publications|news))",
        RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Nothing();
}
