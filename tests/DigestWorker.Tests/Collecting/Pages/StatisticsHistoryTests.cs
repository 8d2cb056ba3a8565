using System.Globalization;
using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Collecting.Pages.StatisticsHistory;

namespace DigestWorker.Tests.Collecting.Pages;

/// <summary>Three and a half years of a real list, replayed through the reader.</summary>
public sealed class StatisticsHistoryTests
{
    private readonly PageRecipe _recipe = Listed.Ready("dfe-find-statistics");

    [Fact]
    public void Reading_the_pages_loses_nothing_of_the_list()
    {
        Folders.NeedShared();

        Assert.All(States(), state =>
        {
            var read = Listed.Read(ToPage(state), _recipe);

            Assert.Empty(read.Remarks);
            Assert.Equal(state.Select(Row), read.Entries.Select(Row));
            Assert.Equal(state.Count, read.Entries.Select(entry => entry.PublisherId).Distinct().Count());
        });
    }

    [Fact]
    public void The_changes_between_neighbouring_states_are_found_with_precision_and_recall_of_at_least_98_percent()
    {
        Folders.NeedShared();
        var states = States();
        var read = states.Select(state => Listed.Read(ToPage(state), _recipe).Entries).ToList();

        var expected = states.Zip(states.Skip(1)).SelectMany((pair, at) => Difference(pair.First, pair.Second).Select(change => (at, change))).ToHashSet();
        var changes = read.Zip(read.Skip(1)).SelectMany((pair, at) => ListingChanges.Between(pair.First, pair.Second).Select(change => (at, change))).ToList();
        var found = changes.Select(row => (row.at, $"{row.change.Kind} {row.change.Entry.Title}")).ToHashSet();

        var right = (double)found.Intersect(expected).Count();
        Report(changes.ConvertAll(row => row.change), right / found.Count, right / expected.Count);
        Assert.True(right / found.Count >= 0.98);
        Assert.True(right / expected.Count >= 0.98);
    }

    private static void Report(List<ListingChange> changes, double precision, double recall) =>
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {changes.Count} changes, precision {precision:0.000}, recall {recall:0.000}: {string.Join(", ", changes.CountBy(change => change.Kind).Select(count => $"{count.Key} {count.Value}"))}
            dates moved on by a period {changes.Count(change => change.IsNextPeriod)}, put right {changes.Count(change => change.IsCorrection)}
            """));

    /// <summary>What the two lists themselves say, without a page between them.</summary>
    private static IEnumerable<string> Difference(IReadOnlyList<Publication> earlier, IReadOnlyList<Publication> later)
    {
        var before = earlier.ToDictionary(publication => publication.PublicationTitle);
        var after = later.Select(publication => publication.PublicationTitle).ToHashSet();
        return later
            .Select(publication => !before.TryGetValue(publication.PublicationTitle, out var known) ? $"Added {publication.PublicationTitle}"
                : known.Published != publication.Published ? $"DateMoved {publication.PublicationTitle}"
                : Row(known) != Row(publication) ? $"Reworded {publication.PublicationTitle}"
                : null)
            .OfType<string>()
            .Concat(before.Keys.Where(title => !after.Contains(title)).Select(title => $"Removed {title}"));
    }

    private static (string, string, string, string) Row(Publication publication) =>
        (Folded(publication.PublicationTitle), Folded(publication.PublicationSummary), publication.Published, publication.ReleaseType.ToLowerInvariant().Replace(' ', '_'));

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (string, string, string, string) Row(Entry entry) =>
        (entry.Title, entry.Summary, entry.Published!.At.ToString("d MMM yyyy", CultureInfo.InvariantCulture), entry.DocumentType!);
}
