using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>Whether a sentence says that something will be, or only that it is meant to.</summary>
internal static partial class Hedges
{
    public static Certainty Of(DatedSentence sentence) =>
        sentence.Date.IsVague || Hedged().IsMatch(sentence.Before) || Condition().IsMatch(sentence.After) ? Certainty.Provisional : Certainty.Confirmed;

    [GeneratedRegex("""
        \b(?:expect(?:s|ed)?|expect\ to|likely|provisional(?:ly)?|planned|planning|plans?|intend(?:s|ed)?|intention|aim(?:s|ed|ing)?|hopes?|hoped|hoping|proposes?|proposing|(?:is|are)\ proposed
        |could|would|might|may(?!\ no|\ not)|probably|possibly|subject\ to|if|scheduled|target|around|approximately|no\ earlier\ than|at\ the\ earliest|pending)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Hedged();

    [GeneratedRegex(@"^[^~;]{0,20}\b(?:subject to|if|provided that|at the earliest|provisional(?:ly)?|to be confirmed|tbc)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Condition();
}
