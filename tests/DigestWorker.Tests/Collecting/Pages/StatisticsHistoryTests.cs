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
            Assert.Equal(state.Publications.Select(Row), read.Entries.Select(Row));
            Assert.Equal(state.Publications.Count, read.Entries.Select(entry => entry.PublisherId).Distinct().Count());
        });
    }

    private static (string, string, string, string) Row(Publication publication) =>
        (Folded(publication.PublicationTitle), Folded(publication.PublicationSummary), publication.Published, publication.ReleaseType.ToLowerInvariant().Replace(' ', '_'));

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (string, string, string, string) Row(Entry entry) =>
        (entry.Title, entry.Summary, entry.Published!.At.ToString("d MMM yyyy", CultureInfo.InvariantCulture), entry.DocumentType!);
}
