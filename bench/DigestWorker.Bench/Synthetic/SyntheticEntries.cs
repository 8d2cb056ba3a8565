using System.Globalization;

namespace DigestWorker.Bench.Synthetic;

/// <summary>
/// What outlets make of a release: they pick figures, round and reorder them, add a local angle, and some round up two
/// releases in one text. Labelled, so that grouping is scored where the same bodies publish the same measures every year.
/// </summary>
internal sealed class SyntheticEntries(int seed)
{
    private const int MostReports = 7;

    private static readonly string[] Outlets =
        ["Schools Week", "CYP Now", "Community Care", "Morning Gazette", "Family Law Week", "LocalGov", "Tes", "Police Professional", "Evening Courier", "Nursery World"];

    private static readonly string[] Places = ["Kent", "Norfolk", "Devon", "Cumbria", "Lancashire", "Essex", "Suffolk", "Dorset", "Surrey", "Cheshire"];

    private readonly Random _chance = new(seed);
    private int _count;

    public IEnumerable<SyntheticEntry> All(int years)
    {
        var releases = SyntheticRelease.All(_chance, years).OrderBy(release => release.Day).ToList();
        foreach (var (at, release) in releases.Index())
        {
            yield return Official(release);
            foreach (var outlet in Outlets.OrderBy(_ => _chance.Next()).Take(1 + _chance.Next(MostReports)).ToList())
            {
                yield return Report(release, outlet, at > 0 && _chance.Next(12) == 0 ? releases[at - 1] : null);
            }
        }
    }

    private SyntheticEntry Official(SyntheticRelease release) => ToEntry(
        release,
        release.Body.Name,
        Words($"{Capital(release.Measure.Noun)}: {release.Period}"),
        [.. Facts(release, round: false), Words($"The figures for {release.Period} come from all areas and may be revised. The next are due in {release.Year + 1}.")],
        daysLater: 0);

    private SyntheticEntry Report(SyntheticRelease release, string outlet, SyntheticRelease? other)
    {
        var round = _chance.Next(3) == 0;
        var facts = Facts(release, round).OrderBy(_ => _chance.Next()).Take(2 + _chance.Next(3)).ToList();
        facts.AddRange(_chance.Next(3) == 0 ? [Local(release)] : []);
        facts.AddRange(other is null ? [] : [Words($"Earlier, {other.Body.Name} had counted {Number(other.Total)} {other.Measure.Noun}.")]);
        return ToEntry(release, outlet, Headline(release, round), facts, _chance.Next(9));
    }

    private string Headline(SyntheticRelease release, bool round) => _chance.Next(4) switch
    {
        0 => Words($"{Capital(Hedged(release.Total, round))} {release.Measure.Noun} in {release.Period}, says {release.Body.Name}"),
        1 => Words($"Number of {release.Measure.Noun} {release.Direction} {release.Change}%"),
        2 => Words($"{release.Body.Name}: {release.Measure.Noun} {release.Direction} to {Hedged(release.Total, round)}"),
        _ => Words($"New figures on {release.Measure.Noun}: {release.Shares[0]}% {release.Measure.Parts[0]}"),
    };

    private static IEnumerable<string> Facts(SyntheticRelease release, bool round) =>
    [
        Words($"There were {Hedged(release.Total, round)} {release.Measure.Noun} in {release.Period}, according to {release.Body.Name}."),
        Words($"That is {release.Direction} {release.Change}% from {Number(release.Before)} the year before."),
        Words($"Of these, {release.Shares[0]}% were {release.Measure.Parts[0]}, or {Hedged(release.Part(0), round)}."),
        Words($"A further {Number(release.Part(1))} ({release.Shares[1]}%) were {release.Measure.Parts[1]}."),
    ];

    private string Local(SyntheticRelease release) => Words(
        $"In {Places[_chance.Next(Places.Length)]} the number was {Number(release.Total / (20 + _chance.Next(60)))}, up {3 + _chance.Next(40)}% in a year.");

    private SyntheticEntry ToEntry(SyntheticRelease release, string publisher, string title, IReadOnlyList<string> paragraphs, int daysLater) => new(
        release.Id,
        publisher,
        $"https://outlet{publisher.Length}.example.org/{++_count}",
        title,
        $"{release.Body.Name} has published new figures.",
        string.Join("\n\n", paragraphs),
        release.Day.AddDays(daysLater));

    private static string Hedged(int number, bool round)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);
        return round ? "more than " + Number((int)(Math.Floor(number / step) * step)) : Number(number);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Words(FormattableString text) => FormattableString.Invariant(text);
}
