using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>Finds the numbers of a sentence that count something, from left to right.</summary>
internal static partial class NumberReader
{
    // "From 850 to 1.2 million" has two scales.
    private const int MostApart = 50;

    public static IReadOnlyList<FoundNumber> In(string sentence)
    {
        var found = new List<FoundNumber>();
        var rest = NoFigures.Blanked(sentence);
        if (rest.AsSpan().ContainsAnyInRange('0', '9'))
        {
            rest = Compound().Replace(rest, match => Taken(match, found));
            for (var match = Plain().Match(rest); match.Success; match = match.NextMatch())
            {
                found.AddRange(Counted(match));
            }
        }

        if (NumberWords.AnyIn(rest))
        {
            found.AddRange(InWords().Matches(rest).SelectMany(Read));
        }

        return [.. WithoutParts(found).Select(number => IsMovement(sentence, number) ? number with { Span = null } : number)];
    }

    private static bool IsMovement(string sentence, FoundNumber number) => number.Span is { } span && Moved().IsMatch(sentence.AsSpan(0, span.Start.Value));

    /// <summary>"One in 100" is one number, though 100 in it is one too.</summary>
    private static List<FoundNumber> WithoutParts(List<FoundNumber> numbers)
    {
        var end = 0;
        numbers.Sort((one, other) => (one.Start, -one.End).CompareTo((other.Start, -other.End)));
        numbers.RemoveAll(number => number.Start < end || (end = number.End) < 0);
        return numbers;
    }

    // What belongs to a ratio, an age or a span is no number of its own, whether or not it is a figure.
    private static string Taken(Match match, List<FoundNumber> found)
    {
        found.AddRange(Read(match));
        return new string(' ', match.Length);
    }

    private static IEnumerable<FoundNumber> Read(Match match)
    {
        if (match.Groups["of"].Success)
        {
            return Ratio(match);
        }

        if (match.Groups["share"].Success)
        {
            return [Found(match, Fraction(match.Groups["share"].Value) * 1e6, FigureUnit.Count)];
        }

        if (match.Groups["parts"].Success)
        {
            return [Found(match, Fraction(match.Groups["parts"].Value), FigureUnit.Ratio)];
        }

        if (match.Groups["ages"].Success)
        {
            return match.Groups["age"].Captures.Select(age =>
                new FoundNumber(double.Parse(age.Value, CultureInfo.InvariantCulture), FigureUnit.Age, age.Index, age.Index + age.Length, InWords: false));
        }

        return Counted(match);
    }

    private static IEnumerable<FoundNumber> Counted(Match match)
    {
        if (NumberWords.Value(match.Groups["digits"].Value, match.Groups["words"].Value, match.Groups["scale"].Value) is not { } value)
        {
            return [];
        }

        var unit = match.Groups["percent"].Success ? FigureUnit.Percent : match.Groups["pound"].Success ? FigureUnit.Gbp : FigureUnit.Count;
        var found = Found(match, value, unit);
        return match.Groups["low"].Success ? Ends(found, match) : [found];
    }

    private static IEnumerable<FoundNumber> Ends(FoundNumber high, Match match)
    {
        var (low, between) = (match.Groups["low"], match.Groups["between"]);
        var (scale, value) = (NumberWords.Value("1", "", match.Groups["scale"].Value) ?? 1, Small(low.Value));
        var upper = high with { Start = match.Groups["high"].Index };
        var lower = high with { Value = value, End = low.Index + low.Length };
        var span = (between.Success ? between.Index : match.Index)..high.End;
        return value * scale > MostApart * high.Value
            ? [lower, upper]
            : [lower with { Value = Math.Round(value * scale, 4), Span = span }, upper with { Span = span }];
    }

    private static IEnumerable<FoundNumber> Ratio(Match match)
    {
        var (part, whole) = (Small(match.Groups["part"].Value), Small(match.Groups["of"].Value));
        return part < whole && (part == 1 || whole <= 20 || whole % 10 == 0) ? [Found(match, part / whole, FigureUnit.Ratio)] : [];
    }

    private static double Small(string number) =>
        number.Equals("a hundred", StringComparison.OrdinalIgnoreCase) ? 100
        : char.IsAsciiDigit(number[0]) ? NumberWords.Value(number, "", "") ?? 0
        : NumberWords.Value("", number, "") ?? 0;

    private static double Fraction(string parts)
    {
        var times = parts.StartsWith("two", StringComparison.OrdinalIgnoreCase) ? 2 : parts.StartsWith("three", StringComparison.OrdinalIgnoreCase) ? 3 : 1;
        var of = parts.Contains("half", StringComparison.OrdinalIgnoreCase) ? 2.0
            : parts.Contains("third", StringComparison.OrdinalIgnoreCase) ? 3
            : parts.Contains("quarter", StringComparison.OrdinalIgnoreCase) ? 4
            : 5;
        return times / of;
    }

    private static FoundNumber Found(Match match, double value, FigureUnit unit) =>
        new(value, unit, match.Index, match.Index + match.Length, match.Groups["words"].Success);
}
