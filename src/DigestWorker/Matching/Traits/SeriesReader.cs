using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>Which of an entry's figures are points of a series: what a body counted in a period, not by how much it changed.</summary>
internal static partial class SeriesReader
{
    private const int MostPoints = 4, MostWords = 5, FewestWords = 2;

    // Rarer than the small words, and none of those that tell only how something came to be counted.
    private const double Telling = 1.8;

    private static readonly HashSet<string> Counting =
        new(StringComparer.Ordinal) { "recorded", "record", "logged", "reported", "made", "received", "registered", "identified", "total", "new", "number" };

    public static IReadOnlyList<SeriesPoint> In(MatchText text, EntryTraits traits, Understanding understanding)
    {
        if (traits.Kind != Kind.Statistics || traits.Originators.Length == 0)
        {
            return [];
        }

        var area = understanding.Areas.Count > 0 ? understanding.Areas[0].Area : "UK";
        var whole = $"{text.Lead}\n{text.Body}";
        var coverage = CoverageIn(whole);
        return [.. understanding.Figures
            .Where(figure => figure is { Shown: true, Standing: Standing.Current, Period: not null, Unit: FigureUnit.Count or FigureUnit.Gbp })
            .Select(figure => (figure, words: Words(figure)))
            .Where(pair => pair.words.Length > 0)
            .DistinctBy(pair => pair.words)
            .Take(MostPoints)
            .Select(pair => new SeriesPoint(
                $"{traits.Originators[0]}|{pair.words}|{area}|{pair.figure.Unit}",
                pair.figure.Period!,
                pair.figure.Value,
                pair.figure.Printed,
                pair.figure.Exactness,
                AgesOf(pair.figure, whole) ?? coverage))];
    }

    /// <summary>"Referrals" are many things: what is said of them has to tell which.</summary>
    private static string Words(Figure figure)
    {
        List<string> counted = [.. Tellings(figure.What).Take(MostWords)];
        if (counted.Count == 1)
        {
            counted.AddRange(Tellings(After(figure)).Where(stem => stem != counted[0] && !char.IsAsciiDigit(stem[0])).Take(FewestWords));
        }

        return counted.Count < FewestWords ? "" : string.Join(' ', counted.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Tellings(string text) => Stems.Of(text).Where(stem => WordRarity.Of(stem) >= Telling && !Counting.Contains(stem));

    // To the end of the clause: who says it comes behind that.
    private static string After(Figure figure) =>
        figure.Quotation.IndexOf(figure.Printed, StringComparison.Ordinal) is >= 0 and var at
            ? figure.Quotation[(at + figure.Printed.Length)..].Split([',', ';', ':', '.', '('], 2)[0]
            : "";

    // Surveys ask other ages from year to year, and say so once beside the number.
    private static string? AgesOf(Figure figure, string text)
    {
        var number = figure.Printed[Math.Max(0, figure.Printed.IndexOfAny([.. "0123456789"]))..];
        return Ages().Matches(text).FirstOrDefault(match => match.ValueSpan.StartsWith(number, StringComparison.Ordinal)) is { } match ? $"those aged {match.Groups["ages"].Value}" : null;
    }

    private static string? CoverageIn(string text) =>
        Coverage().Match(text) is { Success: true } match ? $"{match.Groups["number"].Value} {match.Groups["who"].Value}" : null;

    [GeneratedRegex(
        @"\b(?<number>\d{1,3})(?: of (?:the )?\d{1,3})? (?:police |local |of the )?(?<who>forces|authorities|councils|boards|schools|trusts)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Coverage();

    [GeneratedRegex(
        @"(?<![\d,.])\d[\d,.]*(?: (?:million|thousand))? (?:adults|people|children|women|men|young people|girls|boys) aged (?<ages>\d{1,2} (?:to \d{1,2}|(?:and|or) (?:over|under)))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Ages();
}
