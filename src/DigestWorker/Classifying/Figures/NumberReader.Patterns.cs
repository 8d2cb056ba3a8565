using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

internal static partial class NumberReader
{
    private const string Percent = @"(?:[ ]?%|[ ]per[ ]?cent(?:age[ ]points?)?\b|[ ]?percent(?:age[ ]points?)?\b|[ ]?pc\b|[ ]percentage[ ]points?\b)";

    private const string Whole = $@"(?:\d{{1,2}}|100|{NumberWords.Small}|twenty|fifty|a[ ]hundred)";

    private const string Of = @"(?:[ ]in[ ](?:every[ ])?|[ ]out[ ]of[ ](?:every[ ])?)";

    private const string RatioOf = $@"{Of}(?<of>{Whole})\b(?!,\d)";

    // "One child in five".
    private const string Somebody = @"(?:[ ](?:child|pupil|student|teenager|young[ ]person|person|adult|woman|man|girl|boy|parent|mother|father|family|victim|teacher|school|case))?";

    // "Under 18 in 363 cases" is no ratio; "1 in 363 children" is.
    private const string OneOf = $@"{Somebody}{Of}(?<of>\d{{1,3}}(?:,\d{{3}})*)\b(?!,\d)";

    private const string Low = $@"(?:[ ](?:and|to|or)[ ]|[-\u2013])(?=(?:\d+(?:\.\d+)?|{NumberWords.Small}){Percent})";

    // Looked for only where a span stands.
    private const string Between = @"(?:(?<=(?<between>\bbetween[ ])£?[\d.]+[ ]?(?:and|to|or|-|\u2013)[ ]?))?";

    private const string NoCount = @"(?!,\d|[ ]?%|[ ]per|\.\d)";

    // Begins at a digit, so that the words between cost nothing.
    [GeneratedRegex(
        $@"(?<![\w,.£])(?:(?<part>\d{{1,2}}|100){RatioOf}|(?<part>1){OneOf})
        |(?<ages>(?<=\bage[sd]?[ ](?:of[ ])?(?:between[ ])?)(?<age>\d{{1,2}})(?:[ ]?(?:to|and|or|-|\u2013)[ ]?(?<age>\d{{1,2}}))?\b{NoCount}
            |(?<![\w,.£])(?:(?<age>\d{{1,2}})[ ]?(?:to|-|\u2013)[ ]?)?(?<age>\d{{1,2}})[ -]?years?[ -](?:olds?\b|of[ ]age)
            |(?<=\b(?:under|over)[ -]?)(?<age>\d{{1,2}})'?s\b
            |(?<=\b(?:children|people|pupils|students|teenagers|girls|boys|women|men)[ ]of[ ])(?<age>\d{{1,2}})[ ](?:to|and|or)[ ](?<age>\d{{1,2}})\b{NoCount}
            |(?<![\w,.£])(?<age>\d{{1,2}})[ ](?:and|or)[ ](?:over|under|older|younger|above|below)\b
            |(?<=\b(?:youngest|oldest)[ ](?:\w+[ ]){{0,2}}(?:was|were|is|being)[ ](?:only[ ]|just[ ])?)(?<age>\d{{1,2}})\b{NoCount})
        |(?<![\w,.£$\u20ac])(?<low>\d+(?:\.\d+)?){Low}{Between}(?<high>{NumberWords.Pattern})(?<percent>{Percent})
        |(?<![\w,.$\u20ac])(?<pound>£)?(?<low>\d{{1,3}}(?:\.\d+)?)(?:[ ]to[ ]|[-\u2013]|(?<=\bbetween[ ]£?[\d.]+)[ ]and[ ]){Between}(?<high>£?(?<digits>\d{{1,3}}(?:\.\d+)?)(?<scale>[ ]?(?:million|billion|bn|m)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Compound();

    // "From 95 to 92%" is a movement; "ranging from 92 to 95%" is a span.
    [GeneratedRegex(@"(?<!\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|any(?:thing|where))[ ])\bfrom[ ]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Moved();

    // Apart from the compounds, since each group of a pattern costs at each of its matches.
    [GeneratedRegex(
        $@"(?<![\w,.$\u20ac])(?<pound>£[ ]?)?{NumberWords.DigitPattern}(?<percent>{Percent})?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Plain();

    [GeneratedRegex(
        $@"\b(?:(?<part>{NumberWords.Small}|twenty|fifty|a[ ]hundred){RatioOf}|(?<part>one)(?:{OneOf}|{Somebody}{RatioOf}))
        |\b(?<words>(?<share>half|a[ ]quarter[ ]of|three[ -]quarters[ ]of)[ ]a[ ]million)\b(?![ ]pounds)
        |\b(?<parts>(?:a|one|two|three)[ -](?:third|quarter|fifth)s?)\b
        |\b(?<low>{NumberWords.Small}){Low}(?<high>{NumberWords.WordPattern})(?<percent>{Percent})
        |{NumberWords.WordPattern}(?<percent>{Percent})?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex InWords();
}
