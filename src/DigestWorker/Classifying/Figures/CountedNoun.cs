using System.Text.RegularExpressions;

namespace DigestWorker.Classifying.Figures;

/// <summary>What a number counts: the words after it, as far as they are plainly a noun and what belongs to it.</summary>
internal static partial class CountedNoun
{
    private const int Longest = 90;

    public static string After(string sentence, int end)
    {
        var rest = sentence[end..Math.Min(sentence.Length, end + Longest)];
        return Phrase().Match(rest) is { Success: true } match ? match.Groups["what"].Value.Trim() : "";
    }

    /// <summary>True for what this field counts: children, offences, referrals.</summary>
    public static bool IsOfTheField(string what) => Field().IsMatch(what);

    /// <summary>True for those whom a count was asked of: it tells how many answered, not what they said.</summary>
    public static bool IsWhoAnswered(string what) => Asked().IsMatch(what);

    // Without time limits, as those of NumberCues.
    [GeneratedRegex(
        @"^[ ](?:of[ ](?:all[ ]|the[ ]|these[ ]|those[ ]|them[ ]|its[ ])*)?(?<what>(?!(?:were|was|are|is|had|have|has|will|would|in|to|from|on|at|by|with|between|during|compared|since|over|up|down|more|higher|lower|fewer|less|and|or|but|which|who|that|when|after|before|a|an|the|said|say|says)\b)[\p{L}'\u2019-]+(?:[ ](?!(?:were|was|are|is|had|have|has|will|would|in(?![ ](?:need|care|custody|poverty)\b)|from|on|at|by|between|during|compared|since|over|up|down|and|or|but|which|when|after|before|said|say|says|across|last|this|rose|fell|came|made|sent|gave|took|told|went|showed|replied|responded|answered|agreed|according|because|than|as|while|known|that|who|whose)\b)[\p{L}'\u2019-]+){0,7})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Phrase();

    [GeneratedRegex(
        @"\b(?:child(?:ren)?|young|pupils?|students?|people|adults?|women|men|girls?|boys?|famil(?:y|ies)|victims?|individuals?|respondents?|parents?|teenagers?|under-|infants?|bab(?:y|ies)|patients?|carers?|learners?|teachers?|residents?
        |cases?|offences?|crimes?|reports?|referrals?|contacts?|incidents?|reviews?|webpages?|images?|applications?|enquir(?:y|ies)|concerns?|plans?|deaths?|calls?|episodes?|convictions?|arrests?|allegations?|assessments?|orders?|placements?|notifications?|records?|prosecutions?|complaints?|suspensions?|exclusions?|absences?|sessions?|vapes?|homes?|schools?|recommendations?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:police |local |of the )*(?:forces|authorities|councils)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}
