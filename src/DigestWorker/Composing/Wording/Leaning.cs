using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// Tells sentences that mean something only after the one before them: "They attended 11,895 times", "That is 8% more", "In 2018 it
/// was 6%". Alone, or beneath another sentence, such a figure would be said of something else.
/// </summary>
internal static partial class Leaning
{
    public static bool OnWhatComesBefore(string sentence) => Leans().IsMatch(sentence);

    /// <summary>"In that year" means nothing after a sentence that names none.</summary>
    public static bool IsHeldBy(string sentence, string before) => !OfAYear().IsMatch(sentence) || Year().IsMatch(before);

    [GeneratedRegex(
        @"^(?:-[ ])?(?:
            This\b(?![ ](?:year|week|month|report|survey|release|bulletin|publication|briefing|guidance|week's|year's)\b)
            |(?:That|These|They|Both|Each|Neither|Another|Its|Their)\b|Those\b(?![ ](?:who|aged|with|in)\b)|A[ ]further\b|The[ ](?:rest|others?|remaining|remainder)\b
            |It\b(?![ ]is[ ](?:estimated|thought|believed|likely|known)\b)
            |(?:Of|Among|In|By|From|Over|During|After|Before|Since|On|At)[ ](?:this|that|these|those|them|it)\b(?![ ](?:who|aged|with|year's)\b)
            |(?:In|For|As|Before|After|When|By|Since|On|At|Over|Compared)\b[^.;:]{0,90}?\b(?:it|they)[ ](?:was|were|is|are|had|stood|came)\b
            |[^.;]{0,90}?\bthe[ ](?:figures?|rates?|shares?|proportions?)[ ](?:was|were|is|are)\b
            |There[ ](?:were|was|are|is)[ ](?:[\w,.%]+[ ]){1,4}such\b
            |[^.;]{0,60}?\bthe[ ](?:highest|lowest|most|fewest|largest|smallest|others?)(?=[,.]|[ ]at\b)
            |[^.;]{0,60}?\bof[ ](?:them|these|those)\b(?![ ](?:who|whose|whom|aged|with|in|under|over)\b))",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Leans();

    [GeneratedRegex(@"^(?:In|During|Over|By|For) that year\b", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex OfAYear();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Year();
}
