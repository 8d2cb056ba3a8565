using System.Text.RegularExpressions;

namespace DigestWorker.Domain;

/// <summary>Periods that a text names only to compare with: "fewer than in 2018", "up from 6,350 in 2022/23", "since 2012".</summary>
internal static partial class ComparedPeriods
{
    private const int Reach = 70;

    /// <param name="start">Where the period begins in the text.</param>
    public static bool IsAt(string text, int start) => Introduction().IsMatch(text.AsSpan(Math.Max(0, start - Reach)..start));

    private const string Than = @"(?:than|from|against|versus|compar(?:ed|es|ing)[ ](?:with|to)|(?:double|twice|treble|triple|times)[ ]the)";

    // The second holds a number, since "from April 2023 to March 2024" is the figure's own.
    [GeneratedRegex(
        $@"(?:\b(?:since|(?:more|less|fewer|higher|lower|as[ ](?:many|high|low)[ ]as|than)(?:[ ]than)?(?:[ ]in)?|against|versus|compar(?:ed|es|ing)[ ](?:with|to)|(?:%|cent)[ ]on)[ ](?:in[ ])?
        |\b{Than}[ ](?:[a-z]+[ ]){{0,3}}£?\d[\d,.]*(?:[ ]?%|m\b)?(?:[ ][a-z'-]+){{0,5}}?[ ](?:in|for|during|at|on|of)[ ])
        (?:the[ ])?(?:year[ ])?(?:\d\d?[ ])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Introduction();
}
