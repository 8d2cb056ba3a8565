using DigestWorker.Bench.Comparing;

namespace DigestWorker.Tests.Bench;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(10, 12, false)]
    [InlineData(10, 13, true)]
    [InlineData(10, 5, false)]
    // A hundredth of its limit is nothing, whatever it was before.
    [InlineData(0.1, 0.9, false)]
    public void A_row_is_worse_where_it_grew_by_more_than_a_quarter_and_its_limit_is_not_far(double was, double now, bool isWorse) =>
        Assert.Equal(isWorse, Comparison.Of(Row(now), Kept(Row(was))).IsWorse);

    [Theory]
    // Of a limit of 100.
    [InlineData(99, 101, false)]
    [InlineData(200, 101, true)]
    [InlineData(120, 149, true)]
    [InlineData(120, 151, false)]
    public void A_row_beyond_its_limit_is_fine_only_where_the_baseline_is_beyond_it_too_and_it_got_no_worse(double was, double now, bool isFine) =>
        Assert.Equal(isFine, Comparison.Of(Row(now), Kept(Row(was))).IsFine);

    [Fact]
    public void A_row_that_is_beyond_a_limit_set_since_the_baseline_is_not_known_to_be() =>
        Assert.False(Comparison.Of(Row(101), Kept(Row(101) with { Limit = 150 })).IsKnown);

    [Fact]
    public void A_row_beyond_its_limit_is_not_fine_where_there_is_no_baseline() => Assert.False(Comparison.Of(Row(101), baseline: null).IsFine);

    [Fact]
    public void A_row_that_the_baseline_does_not_know_is_judged_by_its_limit_alone()
    {
        var comparison = Comparison.Of(Row(99) with { What = "mails" }, Kept(Row(1)));

        Assert.Equal((null, null, true), (comparison.Was, comparison.ChangePercent, comparison.IsFine));
    }

    [Fact]
    public void A_row_that_a_run_of_its_scenario_does_not_show_any_more_is_gone()
    {
        var baseline = Kept(Row(1), Row(2) with { What = "mails" }, Row(3) with { Scenario = "send" });

        Assert.Equal("mails", Assert.Single(baseline.Gone([Row(1)])).What);
    }

    [Fact]
    public void Scenarios_that_were_not_run_stay_in_the_baseline()
    {
        var file = Path.GetTempFileName();
        File.Delete(file);
        Kept(Row(1), Row(2) with { Scenario = "send" }).Write(file);
        Kept(Row(3)).Write(file);

        Assert.Equal([("compose", 3.0), ("send", 2.0)], Baseline.Read(file).Measures.Select(one => (one.Scenario, one.Value)));
        File.Delete(file);
    }

    private static Measured Row(double value) => new("compose", "digests", value, 100, "s");

    private static Baseline Kept(params Measured[] rows) => new(Machine.This, rows);
}
