using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Documents;

/// <summary>
/// Which guidance has to be followed by law: an official page that calls itself statutory, or that is one of the documents known
/// to be. A page that only speaks of statutory guidance is none.
/// </summary>
internal static partial class StatutoryGuidance
{
    // As their publishers title them, without year, brackets and nation.
    private static readonly HashSet<string> Known = Names("""
        keeping children safe in education; working together to safeguard children; working together to improve school attendance;
        early years foundation stage; prevent duty guidance; channel duty guidance; serious violence duty; children missing education;
        channel duty guidance: protecting people susceptible to radicalisation; send code of practice; send code of practice: 0 to 25 years;
        relationships education, relationships and sex education and health education; behaviour in schools; alternative provision;
        suspension and permanent exclusion; school suspensions and permanent exclusions; disqualification under the childcare act;
        supporting pupils with medical conditions at school; promoting the health and wellbeing of looked after children;
        promoting the education of looked after and previously looked after children; children's social care: national framework;
        designated teacher for looked after and previously looked after children; children who run away or go missing from home or care;
        children act 1989: care planning, placement and case review; modern slavery: how to identify and support victims;
        mental capacity act code of practice; code of practice: mental health act 1983; care and support statutory guidance;
        keeping learners safe; working together to safeguard people
        """);

    public static bool Is(StoredEntry stored)
    {
        if (stored is not { PublisherType: BodyType.Official, Understanding.Kind.Kind: Kind.Guidance, Entry: { Announcement: null } entry })
        {
            return false;
        }

        var reading = Reading.Of(entry, stored.Publisher);
        var told = string.Join('\n', entry.Title, entry.Summary, entry.DocumentType);
        return !OnlyAdvises().IsMatch(told) && !Draft().IsMatch(entry.Title) && Editions.StageOf(reading) == DocumentStage.Published
            && (InTitle().IsMatch($"{entry.DocumentType?.Replace('_', ' ')}\n{entry.Title}") || SaysSo(reading) || Known.Contains(Plain(entry.Title)));
    }

    private static bool SaysSo(Reading reading) =>
        reading.Passages.Where(passage => passage.Place is Place.Summary or Place.Opening).Any(passage => OfItself().IsMatch(passage.Text));

    private static string Plain(string title) =>
        Nation().Replace(Bare(Beside().Replace(title, " ").Replace('-', ' ').Replace('’', '\'')), "").ToLowerInvariant();

    private static string Bare(string title) => Spaces().Replace(title, " ").Trim(' ', ':', ',', '.');

    private static HashSet<string> Names(string list) => list.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\bnon[- ]?statutory\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex OnlyAdvises();

    [GeneratedRegex(@"\b(?:draft|proposed|withdrawal of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Draft();

    [GeneratedRegex(@"\bstatutory (?:and \w+ )?(?:guidance|framework|code of practice)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex InTitle();

    [GeneratedRegex(
        @"^statutory (?:and \w+ )?guidance\b|\bthis (?:document |publication |code )?(?:is|contains|provides|sets out) (?:the )?statutory (?:and \w+ )?guidance\b|\bthis guidance is statutory\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex OfItself();

    [GeneratedRegex(
        @"^(?:updated )?(?:statutory )?guidance:|\([^)]*\)|\b20\d\d\b(?:[-–/]\d\d)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Beside();

    [GeneratedRegex(@"[:,] (?:for )?(?:England|Wales|Scotland)(?: and (?:Wales|Scotland))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Nation();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Spaces();
}
