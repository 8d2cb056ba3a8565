using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>Periods that a text names only to compare with: "fewer than in 2018", "up from 6,350 in 2022/23", "since 2012".</summary>
internal static partial class ComparedPeriods
{
    private const int Reach = 100;

    /// <param name="start">Where the period begins in the text.</param>
    public static bool IsAt(string text, int start) => Introduction().IsMatch(text.AsSpan(Math.Max(0, start - Reach)..start));

    private const string Moved = "(?:(?<!-)up|down|r(?:ise|ose|isen)|f(?:all|ell|allen)|drop(?:ped)?|(?:in|de)creased?|grew|grown|climbed|jumped|declined?|reduced)";

    // "More than 7,000 in 2024" and "data from 39 forces in 2024" compare nothing, nor are offences against children a comparison.
    private const string Than = $@"(?:than[ ]the|{Moved}(?:[ ](?:by|of))?(?:[ ][\d,.]+(?:[ ]?%|[ ]per[ ]cent)?)?(?:[ ][a-z]+ly)?[ ]from|versus|compar(?:ed|es|ing)[ ](?:with|to)|(?:double|twice|treble|triple|times)[ ]the)";

    // "A rise in offences from 6,350 in 2023", not "a drop in referrals from 391 schools in 2023".
    private const string MovedOf = $@"{Moved}[ ](?:in|of)[ ](?:[a-z'-]+[ ]){{1,4}}from[ ]£?\d[\d,.]*[ ]in[ ]";

    // The second holds a number, since "from April 2023 to March 2024" is the figure's own.
    [GeneratedRegex(
        $@"(?:\b(?:since|(?:as[ ](?:many|high|low)[ ]as|than)(?:[ ]in)?|against|versus|compar(?:ed|es|ing)[ ](?:with|to)|(?:%|cent)[ ]on)[ ](?:in[ ])?
        |\b{MovedOf}
        |\b{Than}[ ](?:[a-z]+[ ]){{0,3}}£?\d[\d,.]*(?:[ ]?%|m\b)?(?:[ ][a-z'-]+){{0,5}}?[ ](?:in|for|during|at|on|of)[ ])
        (?:the[ ])?(?:year[ ])?(?:\d\d?[ ])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Introduction();
}
