using DigestWorker.Composing.Papers;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Papers;

public sealed class FigureTableTests
{
    private const string Short = "Police recorded more than 7,000 offences in 2025/26, up 44%.";
    private const string Other = "Four in five victims were girls, the charity says today.";

    [Fact]
    public void A_figure_keeps_its_limit_and_stands_beside_its_sentence()
    {
        var row = Assert.Single(Table(60, Figure("more than 7,000", "offences", Short)).Rows);

        Assert.Equal(new FigureRow("more than 7,000", "offences", Short, "2025/26", "not given"), row);
    }

    [Fact]
    public void Figures_of_one_sentence_stand_together_and_it_is_quoted_once()
    {
        var rows = Table(60, Figure("more than 7,000", "offences", Short), Figure("four in five", "", Other), Figure("44%", "", Short) with { Direction = Direction.Up }).Rows;

        Assert.Equal(["more than 7,000", "44%", "four in five"], rows.Select(row => row.Printed));
        Assert.Equal([Short, "", Other], rows.Select(row => row.Sentence));
        Assert.Equal(("in the same sentence", "up"), (rows[1].What, rows[1].Direction));
    }

    [Fact]
    public void No_more_is_quoted_than_the_admin_allows_and_what_is_left_out_is_counted()
    {
        var table = Table(12, Figure("more than 7,000", "offences", Short), Figure("four in five", "victims", Other));

        Assert.Equal("more than 7,000", Assert.Single(table.Rows).Printed);
        Assert.Equal("1 more figure", table.More);
    }

    [Fact]
    public void Where_nothing_may_be_quoted_a_figure_needs_a_word_on_what_it_counts()
    {
        var table = Table(0, Figure("more than 7,000", "offences", Short), Figure("44%", "", Short));

        Assert.Equal(("offences", ""), (Assert.Single(table.Rows).What, table.Rows[0].Sentence));
        Assert.Equal("1 more figure", table.More);
    }

    [Fact]
    public void A_figure_that_is_not_shown_is_left_out_and_an_earlier_one_is_called_so()
    {
        var rows = Table(60, Figure("39", "forces", Other) with { Shown = false }, Figure("6,350", "", Short) with { Standing = Standing.Baseline }).Rows;

        Assert.Equal(("6,350", "the earlier figure"), (Assert.Single(rows).Printed, rows[0].Direction));
    }

    private static FigureTable Table(int quoteWords, params Figure[] figures)
    {
        var stored = An.Stored();
        return FigureTable.Of(stored with { Understanding = stored.Understanding with { Figures = figures } }, quoteWords);
    }

    private static Figure Figure(string printed, string what, string sentence) =>
        new(1, FigureUnit.Count, printed, what, "2025/26", null, Standing.Current, Exactness.Exact, sentence, Salience: 1, Shown: true);
}
