using System.Text.RegularExpressions;

namespace DigestWorker.Classifying.Documents;

/// <summary>Tells a consultation on a document from the document; its outcome and a text "for information" are not drafts any more.</summary>
internal static partial class Consultation
{
    public static bool IsTold(string title, string opening) =>
        !Over().IsMatch(title) && (Asks().IsMatch(title) || (!Over().IsMatch(opening) && Open().IsMatch(opening)));

    [GeneratedRegex(@"\b(?:consultation|consults?|consulting|have your say|call for evidence|proposals? (?:for|on)|proposed (?:changes|revisions))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\bconsultation\b[^.]{0,60}\b(?:open|runs?|until|closes|launched|launches|opened|begins)\b|\b(?:launch(?:ed|es)?|opens?|opened|announced?) a consultation\b|\b(?:we are|is|are) consulting\b|\bconsults on\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:outcomes?|responses?|following (?:a |the )?consultation|after (?:a |the )?consultation|consultation (?:is over|was|has)|without the usual|we consulted|for information|in force|takes? effect|final)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Over();
}
