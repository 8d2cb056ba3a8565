using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Says which teams added somebody: "Schools group of Kent Partnership added you on 3 November 2026."</summary>
internal static class TeamWords
{
    /// <returns>A sentence for each day, the earliest first.</returns>
    public static IEnumerable<string> Added(IReadOnlyList<AddedBy> teams) => teams
        .GroupBy(team => DateWords.LondonDay(team.Since))
        .OrderBy(day => day.Key)
        .Select(day => $"{Listing.Of([.. day.Select(Name)])} added you on {DateWords.Full(day.Key)}.");

    /// <summary>Whose people they are: the organisations, and the teams that belong to none.</summary>
    public static string Organisations(IReadOnlyList<AddedBy> teams) =>
        Listing.Of([.. teams.Select(team => SafeText.Line(team.Organisation ?? team.Team)).Distinct(StringComparer.OrdinalIgnoreCase)]);

    private static string Name(AddedBy added) =>
        added.Organisation is { } organisation && !organisation.Equals(added.Team, StringComparison.OrdinalIgnoreCase)
            ? SafeText.Line($"{added.Team} of {organisation}")
            : SafeText.Line(added.Team);
}
