using Dapper;
using DigestWorker.Storage;
using DigestWorker.Tests.Collecting.Pages;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static DigestWorker.Tests.Collecting.Pages.StatisticsHistory;

namespace DigestWorker.Tests.Pipeline;

public enum ListChange
{
    Added,
    NewRelease,
    DateCorrected,
    WordingOnly,
}

/// <param name="Title">As it is after the change.</param>
internal sealed record ListEvent(DateTimeOffset SeenAt, ListChange Change, string Title);

/// <summary>A real list state by state through the whole program, and what the database then says of each state.</summary>
/// <param name="Stored">By the entries and revisions that were stored at each state.</param>
/// <param name="Listed">Every line that any state showed, by its address.</param>
/// <param name="Remarks">What the admin was told on the way.</param>
internal sealed record StatisticsReplay(
    IReadOnlyList<State> States, IReadOnlyList<ListEvent> Stored, IReadOnlySet<string> Listed, long Entries, IReadOnlyList<string> Remarks)
{
    private const string AddedSql = "select title from entry where first_seen_at = @at";

    private const string RevisedSql = """
        select e.title as Title, r.substantive as Substantive, r.summary as Summary
        from revision r join entry e on e.id = r.entry_id
        where r.seen_at = @at
        """;

    public static async Task<StatisticsReplay> RunAsync()
    {
        var states = StatisticsHistory.States();
        using var newsroom = new Newsroom(states[0].SeenAt);
        var (stored, remarks) = (new List<ListEvent>(), new List<string>());
        foreach (var state in states)
        {
            newsroom.Clock.Now = state.SeenAt;
            newsroom.PublishPage("statistics", "dfe-find-statistics", ToPage(state));
            var report = await newsroom.CollectAsync();
            remarks.AddRange(report.Sources.SelectMany(source => source.Remarks));
            stored.AddRange(StoredAt(newsroom, state.SeenAt));
        }

        return new StatisticsReplay(
            states,
            [.. stored.Where(change => change.SeenAt > states[0].SeenAt)],
            states.SelectMany(state => state.Publications).Select(publication => publication.Slug).ToHashSet(),
            newsroom.Scalar("select count(*) from entry"),
            remarks);
    }

    private static List<ListEvent> StoredAt(Newsroom newsroom, DateTimeOffset seenAt)
    {
        using var connection = newsroom.Services.GetRequiredService<Database>().Open();
        var at = seenAt.ToStorage();
        return
        [
            .. connection.Query<string>(AddedSql, new { at }).Select(title => new ListEvent(seenAt, ListChange.Added, title)),
            .. connection.Query<Revised>(RevisedSql, new { at }).Select(revised => new ListEvent(seenAt, revised.Change, revised.Title)),
        ];
    }

    private sealed record Revised(string Title, long Substantive, string Summary)
    {
        public ListChange Change => Substantive == 1 ? ListChange.NewRelease
            : Summary.StartsWith("Published date corrected", StringComparison.Ordinal) ? ListChange.DateCorrected
            : ListChange.WordingOnly;
    }
}
