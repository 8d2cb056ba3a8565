using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>What the words around a number say of it: hedged or exact, new or earlier, up or down.</summary>
internal static partial class NumberCues
{
    private const int Reach = 45, LongReach = 80;

    public static Exactness ExactnessOf(string sentence, FoundNumber number) =>
        Hedge().Match(Before(sentence, number.Start)) is not { Success: true } hedge ? Suffix(sentence, number)
        : hedge.Groups["least"].Success ? Exactness.AtLeast
        : hedge.Groups["most"].Success ? Exactness.AtMost
        : Exactness.About;

    /// <summary>Where the number's hedge begins, so that "more than 7,000" is printed whole.</summary>
    public static int PrintedStart(string sentence, FoundNumber number)
    {
        var before = Before(sentence, number.Start);
        return Hedge().Match(before) is { Success: true } hedge ? number.Start - (before.Length - hedge.Index) : number.Start;
    }

    public static Standing StandingOf(string sentence, FoundNumber number)
    {
        var before = Hedge().Replace(Before(sentence, number.Start), "");
        return Held().IsMatch(before)
            || (number.Unit != FigureUnit.Percent && Then().IsMatch(sentence[Math.Max(0, number.Start - LongReach)..number.Start]))
            || (number.Unit != FigureUnit.Percent && Earlier().IsMatch(After(sentence, number.End)))
            || (From().IsMatch(before) && (Change().IsMatch(sentence[..number.Start]) || To().IsMatch(After(sentence, number.End))))
                ? Standing.Baseline
                : Standing.Current;
    }

    /// <summary>Of the change word nearest to the number, in its own clause before one in the next.</summary>
    public static Direction? DirectionOf(string sentence, FoundNumber number)
    {
        var best = Change().Matches(Hedge2().Replace(sentence, hedge => new string(' ', hedge.Length)))
            .Select(match => (match, distance: Distance(sentence, match, number)))
            .Where(pair => pair.distance <= Reach || (pair.match.Index < number.Start && ByOrOf().IsMatch(Before(sentence, number.Start))))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.match)
            .FirstOrDefault();
        return best is null ? null : best.Groups["up"].Success ? Direction.Up : Direction.Down;
    }

    [GeneratedRegex(@"\b(?:by|of) (?:[a-z]+ ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByOrOf();

    private static int Distance(string sentence, Match word, FoundNumber number)
    {
        var (from, to) = word.Index < number.Start ? (word.Index + word.Length, number.Start) : (number.End, word.Index);
        var between = from < to ? sentence[from..to] : "";
        return between.Length + (ClauseEnd().Count(between) * 20) + (word.Index < number.Start ? 0 : 6);
    }

    private static Exactness Suffix(string sentence, FoundNumber number) =>
        OrMore().IsMatch(After(sentence, number.End)) ? Exactness.AtLeast : Exactness.Exact;

    private static string Before(string sentence, int start) => sentence[Math.Max(0, start - Reach)..start];

    private static string After(string sentence, int end) => sentence[end..Math.Min(sentence.Length, end + Reach)];

    [GeneratedRegex(
        @"(?:\b(?<least>(?:just[ ]|well[ ]|slightly[ ]|a[ ]little[ ])?(?:more[ ]than|over|above)|at[ ]least|in[ ]excess[ ]of|upwards[ ]of|exceeding|no[ ]fewer[ ]than|a[ ]minimum[ ]of)
        |\b(?<most>almost|nearly|(?:just[ ]|well[ ])?(?:under|below)|up[ ]to|fewer[ ]than|less[ ]than|close[ ]to|as[ ]many[ ]as|approaching|no[ ]more[ ]than)
        |\b(?:about|around|approximately|roughly|some|an[ ]estimated|estimated|circa|c\.))[ ](?:the[ ]|a[ ]record[ ]|a[ ]further[ ])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hedge();

    // "More than" and "up to" before a number compare nothing.
    [GeneratedRegex(
        $@"(?<!%[ ]|cent[ ]|\d[ ])\b(?:more|fewer|less)[ ]than(?=[ ](?:£?\d|half\b|a[ ](?:third|quarter|fifth|million|thousand|hundred)\b|{NumberWords.Small}|{NumberWords.Tens}))
        |\b(?:above|below|up[ ]to|down[ ]to)(?=[ ]£?\d)|\bno[ ](?:more|fewer|less)\b|\bonce[ ]more\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hedge2();

    [GeneratedRegex(
        @"\b(?:compared[ ](?:with|to)|against|versus|than[ ](?:the|in)|than|on[ ]the|(?:previous|earlier|last[ ]year's|the[ ]year's)[ ](?:total|figure|number)[ ]of|was)[ ](?:the[ ]|a[ ]total[ ]of[ ]|just[ ]|only[ ])?$(?<!\b(?:it|this|there|that|total|number|figure|was|which)[ ]was[ ])(?<!\bwas[ ])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Held();

    // "A year earlier it was", "on the previous year (", "than in the spring (".
    [GeneratedRegex(
        @"(?:\b(?:year[ ]before|year[ ]earlier|years?[ ]ago|years[ ](?:before|earlier)|previous[ ](?:year|quarter))[^,;.]{0,25}|\b(?:in|since|to)[ ](?:19|20)\d\d(?:/\d\d)?,?[ ](?:when[ ])?(?:it|there|they)[ ](?:was|were)[ ]|\bwhen[ ](?:it|there)[ ](?:was|were)[ ]|\b(?:than|on|with|from|against)\b[^(),;]{0,45}\()$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Then();

    [GeneratedRegex(@"^[ ]?(?:[\w'-]+[ ]){0,3}(?:in[ ])?(?:the[ ](?:previous|prior|preceding)[ ](?:year|quarter|period)|(?:a|the)[ ]year[ ](?:before|earlier|ago)|last[ ]year\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\bfrom (?:the |a |just |only )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s?(?:[\w()/-]+\s){0,5}to\s(?:[\w()/-]+\s){0,3}£?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex To();

    [GeneratedRegex(@"^(?:\+|[ ]or more\b|[ ]plus\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrMore();

    [GeneratedRegex(
        @"\b(?:(?<up>up|ris(?:e|es|ing|en)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing|owth)|higher|more|jump(?:s|ed)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|trebled|tripled?|leap(?:t|s)?|spik(?:e|ed)|rocket(?:ed|s)?|gain(?:ed)?|additional|above|upward|worse(?:ned)?|swell(?:ed)?|peak(?:ed)?)
        |(?<down>down|fall(?:s|ing|en)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|lower|fewer|less|reduc(?:e|es|ed|ing|tion)|dip(?:ped|s)?|halved|slump(?:ed)?|shrank|shrunk|cut|below|downward|slip(?:ped)?))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"[,;:()\u2013\u2014]| and | but | while ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClauseEnd();
}
