using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// Which sentences of a source a digest does not repeat: those that dwell on how young somebody was, name a child or somebody
/// charged, describe an injury or tell a method. The link leads to them for whoever needs them.
/// </summary>
internal static partial class Care
{
    public static bool MayQuote(string sentence) => !Harmful().IsMatch(sentence) && !NamesSomebody().IsMatch(sentence);

    [GeneratedRegex(
        @"\b(?:youngest|as young as|child porn\w*|child prostitut\w*|sex with (?:a )?(?:child\w*|minor\w*|girl\w*|boy\w*)|toddlers? (?:was|were)|bab(?:y|ies) (?:was|were) (?:raped|abused|killed|found)" +
        @"|(?:days?|weeks?|months?)[- ]old|(?:one|two|three|four|five|six|seven|1|2|3|4|5|6|7)[- ]years?[- ]old" +
        @"|raped|strangl\w+|stabb\w+|beaten|tortur\w+|mutilated|decapitat\w+|hang(?:ed|ing) (?:him|her|them)\w*|overdos\w+|ligature\w*|suffocat\w+|drowned|scald\w+|bruis\w+|fractur\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Harmful();

    // "Name Name, 34, of" and "murder of Name Name": reports on people, which a digest of figures and guidance does not name.
    [GeneratedRegex(
        @"\b[A-Z][a-z'’-]+ [A-Z][A-Za-z'’-]+, (?:aged |then )?\d{1,2}\b,?(?! (?:million|per|children|people|cases))|\b(?:murders?|deaths?|killings?|manslaughter) of (?:baby |toddler |schoolgirl |schoolboy |\w+-year-old )?[A-Z][a-z]+ [A-Z][A-Za-z'’-]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamesSomebody();
}
