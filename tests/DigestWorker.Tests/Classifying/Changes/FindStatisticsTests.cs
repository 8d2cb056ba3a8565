using DigestWorker.Classifying.Changes;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class FindStatisticsTests
{
    [Fact]
    public void A_date_that_moved_on_the_real_list_is_a_new_release_or_a_correction()
    {
        Folders.NeedShared();

        var types = Types("published-date-moved");

        Assert.Equal(2, types.Count);
        Assert.Equal(410, types[ChangeType.NewPeriod]);
        Assert.Equal(49, types[ChangeType.DateCorrection]);
    }

    [Fact]
    public void Other_words_alone_on_the_real_list_are_silent()
    {
        Folders.NeedShared();

        var types = Types("wording-only");

        Assert.Equal(70, types.Values.Sum());
        Assert.Empty(types.Keys.Except([ChangeType.Nothing, ChangeType.Spelling, ChangeType.Wording]));
    }

    [Fact]
    public void Each_summary_that_changed_between_two_real_states_is_silent()
    {
        Folders.NeedShared();
        var states = FindStatistics.States();

        var changes = states.Zip(states.Skip(1)).SelectMany(pair => Reworded(pair.First, pair.Second)).ToList();

        Assert.Equal(35, changes.Count);
        Assert.DoesNotContain(changes, change => change.Substantive);
    }

    private static Dictionary<ChangeType, int> Types(string kind)
    {
        var states = FindStatistics.States();
        return FindStatistics.Events(kind).CountBy(change => change.Describe(states).Type).ToDictionary();
    }

    private static IEnumerable<Change> Reworded(FindStatistics.State before, FindStatistics.State after) =>
        from was in before.Lines.Values
        let now = after.Lines.GetValueOrDefault(was.PublicationTitle)
        where now is not null && now.PublicationSummary != was.PublicationSummary
        select ChangeDescriber.Describe(was.Version with { Published = null }, now.Version with { Published = null });
}
