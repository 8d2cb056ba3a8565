using System.Globalization;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Collecting.Pages.StatisticsHistory;

namespace DigestWorker.Tests.Pipeline;

/// <summary>What the lists themselves say, state against state, is held against what the program has stored of them.</summary>
public sealed class StatisticsReplayTests
{
    private const double Floor = 0.98;

    // No series of the list came faster than fortnightly, save those that say "weekly".
    private const int SurelyNextRelease = 14;

    private static readonly Lazy<Task<StatisticsReplay>> Replay = new(StatisticsReplay.RunAsync);

    [Theory]
    [InlineData("added", ListChange.Added)]
    [InlineData("date moved", ListChange.NewRelease, ListChange.DateCorrected)]
    [InlineData("wording only", ListChange.WordingOnly)]
    public async Task The_changes_of_the_list_are_stored_with_precision_and_recall_of_at_least_98_percent(string kind, params ListChange[] stored)
    {
        Folders.NeedShared();
        var replay = await Replay.Value;
        var found = replay.Stored.Where(change => stored.Contains(change.Change)).Select(change => (change.SeenAt, change.Title)).ToHashSet();
        var expected = Differences(replay.States).Where(change => change.Kind == kind).Select(change => (change.SeenAt, change.Line.PublicationTitle)).ToHashSet();

        var right = (double)found.Intersect(expected).Count();
        Report($"{kind}: {expected.Count} in the lists, {found.Count} stored, {right} of them right");
        Assert.True(right / found.Count >= Floor, $"precision {right / found.Count:0.000}");
        Assert.True(right / expected.Count >= Floor, $"recall {right / expected.Count:0.000}");
    }

    [Fact]
    public async Task A_date_that_moves_on_by_a_fortnight_is_a_new_release_and_one_that_moves_back_a_correction()
    {
        Folders.NeedShared();
        var replay = await Replay.Value;
        var moves = Differences(replay.States).Where(change => change.Kind == "date moved").ToList();

        Assert.All(moves.Where(move => move.Days >= SurelyNextRelease), move => Assert.Contains(move.As(ListChange.NewRelease), replay.Stored));
        Assert.All(moves.Where(move => move.Days < 0), move => Assert.Contains(move.As(ListChange.DateCorrected), replay.Stored));
        Report($"{replay.Stored.Count(change => change.Change == ListChange.NewRelease)} new releases, "
            + $"{replay.Stored.Count(change => change.Change == ListChange.DateCorrected)} corrections; "
            + $"{moves.Count(move => move.Days is >= 0 and < SurelyNextRelease)} moves by less than a fortnight");
    }

    [Fact]
    public async Task A_line_that_is_gone_from_the_list_stays_stored_since_its_release_is_still_published()
    {
        Folders.NeedShared();
        var replay = await Replay.Value;

        Report($"{Differences(replay.States).Count(change => change.Kind == "removed")} removed");
        Assert.Equal(replay.Listed.Count, replay.Entries);
    }

    [Fact]
    public async Task The_admin_is_told_of_nothing_odd()
    {
        Folders.NeedShared();

        Assert.Empty((await Replay.Value).Remarks);
    }

    private static void Report(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static IEnumerable<Difference> Differences(IReadOnlyList<State> states) =>
        states.Zip(states.Skip(1)).SelectMany(pair => Between(pair.First, pair.Second));

    private static IEnumerable<Difference> Between(State earlier, State later)
    {
        var before = earlier.Publications.ToDictionary(publication => publication.Slug);
        var after = later.Publications.Select(publication => publication.Slug).ToHashSet();
        return later.Publications
            .Select(line => new Difference(later.SeenAt, Kind(before.GetValueOrDefault(line.Slug), line), line, before.GetValueOrDefault(line.Slug)))
            .Where(change => change.Kind.Length > 0)
            .Concat(before.Values.Where(line => !after.Contains(line.Slug)).Select(line => new Difference(later.SeenAt, "removed", line, line)));
    }

    private static string Kind(Publication? before, Publication after) =>
        before is null ? "added"
        : before.Published != after.Published ? "date moved"
        : Words(before) != Words(after) ? "wording only"
        : "";

    private static string Words(Publication line) =>
        string.Join(' ', $"{line.PublicationTitle} {line.PublicationSummary} {line.ReleaseType}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Difference(DateTimeOffset SeenAt, string Kind, Publication Line, Publication? Before)
    {
        public int Days => Day(Line).DayNumber - Day(Before!).DayNumber;

        public ListEvent As(ListChange change) => new(SeenAt, change, Line.PublicationTitle);

        private static DateOnly Day(Publication line) => DateOnly.ParseExact(line.Published, "d MMM yyyy", CultureInfo.InvariantCulture);
    }
}
