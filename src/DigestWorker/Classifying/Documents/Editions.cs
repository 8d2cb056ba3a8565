using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Documents;

/// <summary>Tells one edition of a document from the next: by the year beside its name, or by when it comes into force.</summary>
internal static partial class Editions
{
    private const int Before = 30, After = 40;

    /// <returns>The year that stands beside the name; in a title, any year.</returns>
    public static string? Beside(Passage passage, PhraseHit hit)
    {
        var (from, to) = passage.Place == Place.Title
            ? (0, passage.Text.Length)
            : (Math.Max(0, hit.Start - Before), Math.Min(passage.Text.Length, hit.Start + hit.Length + After));
        return Year().Match(passage.Text[from..to]) is { Success: true } year ? year.Groups["year"].Value : null;
    }

    /// <returns>The month in which the rules that the entry tells of come into force; null where it does not say.</returns>
    public static string? InForce(Reading reading) =>
        reading.Passages.Where(passage => passage.Place is Place.Title or Place.Summary or Place.Opening)
            .Select(passage => Force().Match(passage.Text))
            .Where(match => match.Success)
            .Select(match => match.Groups["month"].Success
                ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups["year"].Value}-{Month(match.Groups["month"].Value):00}")
                : match.Groups["year"].Value)
            .FirstOrDefault();

    public static DocumentStage StageOf(Reading reading)
    {
        var told = reading.Passages.Where(passage => passage.Place is Place.Title or Place.Summary).Select(passage => passage.Text).ToList();
        return told.Exists(text => Outcome().IsMatch(text)) ? DocumentStage.Response
            : told.Exists(text => Draft().IsMatch(text)) ? DocumentStage.Consultation
            : DocumentStage.Published;
    }

    private static int Month(string name) => DateTime.ParseExact(name, "MMMM", CultureInfo.InvariantCulture).Month;

    private const string MonthName = "January|February|March|April|May|June|July|August|September|October|November|December";

    [GeneratedRegex(@"(?<![\d/-])(?<year>20\d\d)(?![\d,])", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Year();

    [GeneratedRegex(
        $@"\b(?:from|in force|into force|effect|effective|appl(?:y|ies)|begins?|starts?|as of)\b[^.;]{{0,30}}?\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?<month>{MonthName}),? (?<year>20\d\d)\b",
        RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Force();

    [GeneratedRegex(@"\b(?:consultation (?:outcome|response)|response to (?:the |its )?consultation|(?:outcome|result)s? of (?:the |its )?consultation|following (?:a |the )?consultation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:consultation|consults?|consulting|have your say|call for evidence|seeking views|proposed (?:revisions|changes)|open for comment|comments?[^.;]{0,60} close)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Draft();
}
