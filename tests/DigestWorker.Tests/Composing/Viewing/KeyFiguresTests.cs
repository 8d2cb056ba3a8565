using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Viewing;

public sealed class KeyFiguresTests
{
    private const string Short = "Police recorded more than 7,000 offences, 44% more.", Other = "Four in five of them concerned girls.";

    [Fact]
    public void Figures_of_one_sentence_stand_together_beside_it_as_the_source_prints_them()
    {
        var rows = Rows(60, Count("more than 7,000", "offences", Short), Count("four in five", "", Other), Count("44%", "", Short));

        Assert.Equal([("more than 7,000, 44%", Short), ("four in five", Other)], rows.Select(row => (row.Figures, row.Text)));
    }

    [Fact]
    public void No_more_is_quoted_than_the_settings_allow() =>
        Assert.Equal([Short], Rows(12, Count("7,000", "offences", Short), Count("four in five", "", Other)).Select(row => row.Text));

    [Fact]
    public void Where_nothing_may_be_quoted_only_a_figure_that_says_what_it_counts_is_shown() =>
        Assert.Equal([("7,000", "offences")], Rows(0, Count("7,000", "offences", Short), Count("44%", "", Short)).Select(row => (row.Figures, row.Text)));

    [Fact]
    public void Earlier_figures_ages_and_what_a_digest_does_not_dwell_on_are_left_out() =>
        Assert.Empty(Rows(
            60,
            Count("6,350", "", Short) with { Standing = Standing.Baseline },
            Count("39", "forces", Other) with { Shown = false },
            Count("13", "", "At 13 the risk is highest.") with { Unit = FigureUnit.Age },
            Count("5", "", "The youngest of the 5 was in nursery.")));

    [Fact]
    public void Shares_are_drawn_where_there_are_two_to_compare_and_a_change_is_no_share()
    {
        var (snapchat, others, rise) = (Share(47, "Snapchat stood for 47%."), Share(26, "Others made 26%."), Share(9, "Reports rose by 9%.") with { Direction = Direction.Up });

        Assert.Equal([47.0, 26.0, null], Rows(60, snapchat, others, rise).Select(row => row.Share));
        Assert.All(Rows(60, snapchat, rise), row => Assert.False(row.HasBar));
    }

    [Fact]
    public void A_long_sentence_is_cut_so_that_its_figure_still_stands_in_it()
    {
        var row = Assert.Single(Rows(300, Count("399,460", "", string.Concat(Enumerable.Repeat("many words before it ", 30)) + "come to 399,460 children.")));

        Assert.Contains("399,460 children", row.Text, StringComparison.Ordinal);
        Assert.InRange(row.Text.Length, 50, 245);
    }

    private static IReadOnlyList<FigureView> Rows(int words, params Figure[] figures)
    {
        var stored = An.Stored();
        return KeyFigures.Of(stored with { Understanding = stored.Understanding with { Figures = figures } }, words);
    }

    private static Figure Count(string printed, string what, string sentence) =>
        new(1, FigureUnit.Count, printed, what, "2025/26", null, Standing.Current, Exactness.Exact, sentence, Salience: 1, Shown: true);

    private static Figure Share(double value, string sentence) => Count($"{value}%", "", sentence) with { Value = value, Unit = FigureUnit.Percent };
}
