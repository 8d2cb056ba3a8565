using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// Which words of a source a digest does not repeat: sentences that dwell on how young somebody was, name a child or somebody
/// charged, describe an injury or tell a method. The link leads to them for whoever needs them. A title may tell its subject,
/// such as bruising, but names nobody either.
/// </summary>
internal static partial class Care
{
    public static bool MayQuote(string sentence) => MayName(sentence) && !Describes().IsMatch(sentence);

    public static bool MayName(string title) => !Dwells().IsMatch(title) && !NamesSomebody().IsMatch(title);

    [GeneratedRegex(
        @"\b(?:youngest|as young as|child porn\w*|child prostitut\w*|sex with (?:a )?(?:child\w*|minor\w*|girl\w*|boy\w*)|toddlers? (?:was|were)|bab(?:y|ies) (?:was|were) (?:raped|abused|killed|found)" +
        @"|(?:a|the|of) (?:\w+[- ])?(?:one|two|three|four|five|six|seven|1|2|3|4|5|6|7|\w+[- ](?:day|week|month))[- ](?:year[- ])?old)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Dwells();

    [GeneratedRegex(
        @"\b(?:(?:days?|weeks?|months?)[- ]old|(?:one|two|three|four|five|six|seven|1|2|3|4|5|6|7)[- ]years?[- ]old|raped|strangl\w+|stabb\w+|beaten|tortur\w+|mutilated|decapitat\w+|hang(?:ed|ing) (?:him|her|them)\w*|overdos\w+|ligature\w*|suffocat\w+|drowned|scald\w+|bruis\w+|fractur\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Describes();

    // "Name Name, 34, of" and "murder of Name Name": reports on people, which a digest of figures and guidance does not name.
    [GeneratedRegex(
        @"\b[A-Z][a-z'’-]+ [A-Z][A-Za-z'’-]+, (?:aged |then )?\d{1,2}\b,?(?! (?:million|per|children|people|cases))|\b(?:murders?|deaths?|killings?|manslaughter) of (?:baby |toddler |schoolgirl |schoolboy |\w+-year-old )?[A-Z][a-z]+ [A-Z][A-Za-z'’-]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex NamesSomebody();
}
