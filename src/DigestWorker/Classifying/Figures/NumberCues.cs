using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>What the words around a number say of it: hedged or exact, new or earlier.</summary>
internal sealed partial class NumberCues
{
    private const int Reach = 45, LongReach = 80;

    private readonly string _sentence;
    private readonly FoundNumber _number;
    private readonly int _start;
    private readonly string _before;
    private readonly Match _hedge;

    public NumberCues(string sentence, FoundNumber number)
    {
        _sentence = sentence;
        _number = number;
        _start = number.Span?.Start.Value ?? number.Start;
        _before = Before(_start, Reach).ToString();
        _hedge = Hedge().Match(_before);
    }

    public Exactness Exactness =>
        !_hedge.Success ? OrMore().IsMatch(After) ? Exactness.AtLeast : Exactness.Exact
        : _hedge.Groups["least"].Success ? Exactness.AtLeast
        : _hedge.Groups["most"].Success ? Exactness.AtMost
        : Exactness.About;

    /// <summary>From where the number's hedge begins, so that "more than 7,000" is printed whole, as is a span that it is one end of.</summary>
    public Range Printed => (_hedge.Success ? _start - (_before.Length - _hedge.Index) : _start)..(_number.Span?.End.Value ?? _number.End);

    /// <param name="changes">Of the number's sentence.</param>
    public Standing StandingIn(ChangeWords changes)
    {
        var before = _before.AsSpan(0, _hedge.Success ? _hedge.Index : _before.Length);
        return Held().IsMatch(before)
            || (_before.EndsWith(" the ", StringComparison.Ordinal) && Level().IsMatch(_before) && Told().IsMatch(After))
            || (_number.Unit != FigureUnit.Percent && (Then().IsMatch(Before(_number.Start, LongReach)) || Earlier().IsMatch(After)))
            || ItWas().IsMatch(before)
            || (From().IsMatch(before) && (changes.AnyBefore(_number.Start) || To().IsMatch(After)))
                ? Standing.Baseline
                : Standing.Current;
    }

    private ReadOnlySpan<char> After => _sentence.AsSpan(_number.End..Math.Min(_sentence.Length, _number.End + Reach));

    private ReadOnlySpan<char> Before(int start, int reach) => _sentence.AsSpan(Math.Max(0, start - reach)..start);

    /// <summary>"It goes up to 29%" is a rise and no limit.</summary>
    internal const string Movement = "go|goes|went|gone|going|rise|rises|rose|risen|rising|climbs|climbed";

    // Without time limits: none sees more than its reach, and asking the clock takes longer than the search.
    [GeneratedRegex(
        $@"(?:\b(?<least>(?:just[ ]|well[ ]|slightly[ ]|a[ ]little[ ])?(?:more[ ]than|over|above)|at[ ]least|in[ ]excess[ ]of|upwards[ ]of|exceeding|(?:no|not)[ ](?:fewer|less)[ ]than|a[ ]minimum[ ]of)
        |\b(?<most>almost|nearly|(?:just[ ]|well[ ])?(?:under|below)|(?<!\b(?:adds?|{Movement})[ ])up[ ]to|fewer[ ]than|less[ ]than|close[ ]to|as[ ]many[ ]as|approaching|(?:no|not)[ ]more[ ]than)
        |\b(?:about|around|approximately|roughly|some|an[ ]estimated|estimated|circa|c\.))[ ](?:the[ ]|a[ ]record[ ]|a[ ]further[ ])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Hedge();

    [GeneratedRegex(
        @"\b(?:compar(?:ed|es|ing)[ ](?:with|to)|against|versus|than[ ](?:the|in)|than|on[ ]the|(?:double|twice|treble|triple|times)[ ]the|(?:previous|earlier|last[ ]year's|the[ ]year's)[ ](?:total|figure|number)[ ]of|was)[ ](?:the[ ]|an?[ ](?:total|rate|figure|number|average)[ ]of[ ]|just[ ]|only[ ])?$(?<!\b(?:it|this|there|that|total|number|figure|was|which)[ ]was[ ])(?<!\bwas[ ])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Held();

    // "Still below the 655,630 recorded before" is no hedge.
    [GeneratedRegex(@"\b(?:above|below|over|under)[ ]the[ ]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Level();

    [GeneratedRegex(@"^[^,;.]{0,30}[ ](?:recorded|seen|reported|logged|counted|before|in[ ](?:19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Told();

    // "A year earlier it was", "on the previous year (", "than in the spring (".
    [GeneratedRegex(
        @"(?:\b(?:year[ ]before|year[ ]earlier|years?[ ]ago|years[ ](?:before|earlier)|previous[ ](?:year|quarter))[^,;.]{0,25}|\b(?:in|since|to)[ ](?:19|20)\d\d(?:[/-]\d\d)?,?[ ](?:when[ ])?(?:it|there|they)[ ](?:was|were)[ ](?:only[ ]|just[ ])?|\bwhen[ ](?:it|there)[ ](?:was|were)[ ]|\b(?:than|on|with|from|against)\b[^(),;]{0,45}\()$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Then();

    // "In 2018 it was 6%": what it is now was told before.
    [GeneratedRegex(@"\b[Ii]n[ ](?:19|20)\d\d(?:[/-]\d\d)?,?[ ](?:it|this)[ ](?:was|were|stood[ ]at)[ ](?:only[ ]|just[ ])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ItWas();

    [GeneratedRegex(@"^[ ]?(?:[\w'-]+[ ]){0,3}(?:in[ ])?(?:the[ ](?:previous|prior|preceding)[ ](?:year|quarter|period)|(?:a|the)[ ]year[ ](?:before|earlier|ago)|last[ ]year\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\bfrom (?:the |a |just |only )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s?(?:[\w()/-]+\s){0,5}to\s(?:[\w()/-]+\s){0,3}£?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex To();

    [GeneratedRegex(@"^(?:\+|[ ]or more\b|[ ]plus\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrMore();
}
