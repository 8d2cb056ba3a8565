using DigestWorker.Classifying.Changes;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class FindStatisticsTests
{
    [Theory]
    [InlineData("published-date-moved")]
    [InlineData("wording-only")]
    public void A_label_of_the_real_list_is_told_apart(string kind)
    {
        Folders.NeedShared();
        var states = FindStatistics.States();

        var changes = FindStatistics.Events(kind).Select(change => (change.Title, Change: change.Describe(states))).ToList();

        Report(kind, changes);
    }

    [Fact]
    public void Each_change_of_words_between_two_states_is_silent()
    {
        Folders.NeedShared();
        var states = FindStatistics.States();

        var changes = states.Zip(states.Skip(1)).SelectMany(pair => Reworded(pair.First, pair.Second)).ToList();

        Report("summaries between states", changes);
    }

    private static IEnumerable<(string, Change)> Reworded(FindStatistics.State before, FindStatistics.State after) =>
        from line in before.Lines.Values
        let now = after.Lines.GetValueOrDefault(line.PublicationTitle)
        where now is not null && now.PublicationSummary != line.PublicationSummary
        select (line.PublicationTitle, ChangeDescriber.Describe(line.Version with { Published = null }, now.Version with { Published = null }));

    private static void Report(string what, IReadOnlyList<(string Title, Change Change)> changes)
    {
        var counts = changes.CountBy(change => change.Change.Type).OrderBy(type => type.Key).Select(type => $"{type.Key} {type.Value}");
        Console.WriteLine($"{what}: {string.Join(", ", counts)}");
        foreach (var c in changes.Where(c => c.Change.Type is ChangeType.Substantive or ChangeType.Suspicious or ChangeType.Spelling or ChangeType.Nothing)) Console.WriteLine($"   {c.Title}: {c.Change.Type} {c.Change.Summary}");
    }
}
