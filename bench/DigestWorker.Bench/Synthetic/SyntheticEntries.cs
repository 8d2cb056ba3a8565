using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Bench.Synthetic;

/// <summary>
/// What outlets make of a release: they pick figures, round and reorder them, add a local angle, and some round up two
/// releases in one text. Labelled, so that grouping can be scored where the same bodies publish the same measures every year.
/// </summary>
internal sealed class SyntheticEntries(Random chance)
{
    private static readonly string[] Outlets = ["Schools Week", "CYP Now", "Community Care", "The Gazette", "Family Law Week", "LocalGov", "Tes", "Police Professional"];
    private static readonly string[] Places = ["Kent", "Norfolk", "Devon", "Cumbria", "Lancashire", "Essex", "Suffolk", "Dorset", "Surrey", "Cheshire"];

    public IEnumerable<(string Release, string Publisher, Entry Entry)> Of(SyntheticRelease release, SyntheticRelease? other, int reports)
    {
        yield return (release.Id, release.Body.Name, Official(release));
        foreach (var outlet in Outlets.OrderBy(_ => chance.Next()).Take(reports))
        {
            yield return (release.Id, outlet, Report(release, other is not null && chance.Next(12) == 0 ? other : null));
        }
    }

    private Entry Official(SyntheticRelease release) => ToEntry(
        release,
        $"{release.Body.Report}: {release.Period}",
        $"Annual figures from {release.Body.Name}.",
        [.. Facts(release, round: false), Method(release)],
        daysLater: 0);

    private Entry Report(SyntheticRelease release, SyntheticRelease? other)
    {
        var round = chance.Next(3) == 0;
        var facts = Facts(release, round).OrderBy(_ => chance.Next()).Take(2 + chance.Next(3)).ToList();
        if (chance.Next(3) == 0)
        {
            facts.Add(Local(release));
        }

        if (other is not null)
        {
            facts.Add($"Earlier, {other.Body.Name} had counted {Number(other.Total)} {other.Body.Noun}.");
        }

        return ToEntry(release, Headline(release, round), $"{release.Body.Name} has published new figures.", facts, chance.Next(9));
    }

    private string Headline(SyntheticRelease release, bool round) => chance.Next(4) switch
    {
        0 => Inv($"{Hedged(release.Total, round)} {release.Body.Noun} in {release.Period}, says {release.Body.Name}"),
        1 => Inv($"Number of {release.Body.Noun} {release.Rise} {Math.Abs(release.Change)}%"),
        2 => Inv($"{release.Body.Name}: {release.Body.Noun} {release.Rise} to {Hedged(release.Total, round)}"),
        _ => Inv($"{release.Shares[0]}% of {release.Body.Noun} were {release.Body.Parts[0].Replace("that ", "those that ", StringComparison.Ordinal)}"),
    };

    private static IEnumerable<string> Facts(SyntheticRelease release, bool round) =>
    [
        Inv($"There were {Hedged(release.Total, round)} {release.Body.Noun} in {release.Period}, according to {release.Body.Name}."),
        Inv($"That is {release.Rise} {Math.Abs(release.Change)}% from {Number(release.Before)} the year before."),
        Inv($"Of these, {release.Shares[0]}% were {release.Body.Parts[0]}, or {Hedged(release.Part(0), round)}."),
        Inv($"A further {Number(release.Part(1))} ({release.Shares[1]}%) were {release.Body.Parts[1]}."),
    ];

    private static string Method(SyntheticRelease release) =>
        Inv($"The figures for {release.Period} were collected from all areas and may be revised. The next release is due in {release.Year + 1}.");

    private string Local(SyntheticRelease release)
    {
        var place = Places[chance.Next(Places.Length)];
        return Inv($"In {place} the number was {Number(release.Total / (20 + chance.Next(60)))}, {release.Rise} {3 + chance.Next(40)}% in a year.");
    }

    private static string Hedged(int number, bool round)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);
        return round ? "more than " + Number((int)(Math.Floor(number / step) * step)) : Number(number);
    }

    private static Entry ToEntry(SyntheticRelease release, string title, string summary, IEnumerable<string> paragraphs, int daysLater) => new()
    {
        Title = title,
        Summary = summary,
        Content = string.Join("\n\n", paragraphs),
        Published = new PublishedDate(new DateTimeOffset(release.Day.AddDays(daysLater), TimeOnly.MinValue, TimeSpan.Zero), DatePrecision.Day),
    };

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
