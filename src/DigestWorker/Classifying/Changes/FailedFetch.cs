using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>Tells an error page, a consent page or half a page from a new version.</summary>
internal static partial class FailedFetch
{
    private const double LeastShare = 0.4;

    // A short summary may well become a shorter one.
    private const int ShortestJudged = 400;

    /// <param name="mayShrink">Somebody says that it is a version: its publisher notes it, or the admin.</param>
    /// <returns>Why it is no version; null where it is one.</returns>
    public static string? Sign(VersionText before, VersionText after, bool mayShrink)
    {
        if (ErrorTitle().IsMatch(after.PlainTitle) && !ErrorTitle().IsMatch(before.PlainTitle))
        {
            return $"The page is titled \"{Words.Shortened(after.PlainTitle, 10)}\": taken for a failed fetch.";
        }

        return mayShrink ? null : Shrinkage(PlainForm.Of(before.Text).Length, PlainForm.Of(after.Text).Length, after.IsStanding);
    }

    // A line of a list may well lose its few words.
    private static string? Shrinkage(int before, int after, bool isStanding) => (before, after) switch
    {
        ( > 0, 0) when !isStanding => "The text is gone: taken for a failed fetch.",
        ( >= ShortestJudged, _) when after < before * LeastShare =>
            $"The text shrank to {100 * after / before} % of the last: taken for a failed fetch.",
        _ => null,
    };

    [GeneratedRegex(
        @"^(?:(?:error|http error)[ :-]*\d{3}\b.*|\d{3}[ :-]+(?:error|not found|page not found|forbidden|gone|unavailable|access denied|bad gateway|internal server error|service .*)"
        + @"|(?:error|page not found|not found|access denied|forbidden|(?:service|page|site|temporarily)(?: is)?(?: temporarily)? unavailable|bad gateway|gateway time-?out"
        + @"|internal server error|too many requests|request (?:blocked|rejected|timed out)|session expired|security check|captcha|robot check"
        + @"|just a moment(?:\.\.\.)?|attention required!?|checking your browser.*|verify(?:ing)?(?: that)? you are (?:a )?human.*|are you (?:a )?(?:human|robot)\??"
        + @"|before you (?:continue|proceed).*|cookies?|cookie consent|cookies? (?:preferences|settings|policy|notice)|your privacy choices|we value your privacy"
        + @"|sign in|log ?in|under maintenance|(?:site )?maintenance|something went wrong|sorry, (?:we|there|this|the|something|you) .*|page (?:cannot|could not) be found)"
        + @"(?: ?[|:-] .*)?)[.!]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Pattern.Limit)]
    private static partial Regex ErrorTitle();
}
