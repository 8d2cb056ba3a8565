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

        Assert.Equal([("more than 7,000; 44%", Short), ("four in five", Other)], rows.Select(row => (row.Figures, row.Text)));
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

    [Fact]
    public void Rows_follow_one_another_as_in_the_source_so_that_they_and_that_mean_what_they_meant()
    {
        const string First = "FGM was identified in 6,590 women and girls.", Second = "They attended 11,895 times.", Third = "In five years trusts have reported on 24,420 individuals.";

        var rows = Told([First, Second, Third], Count("6,590", "", First), Count("24,420", "", Third), Count("11,895", "", Second));

        Assert.Equal([First, Second, Third], rows.Select(row => row.Text));
    }

    [Theory]
    [InlineData("In 2023 there were 392,665 reports.", "275,652 webpages were confirmed.", "That is 8% more than in 2022.")]
    [InlineData("Neglect led to 19,937 contacts.", "Regular users made up 9% of pupils in 2021.", "In 2018 it was 8%.")]
    [InlineData("There were 80,080 children.", "Rates vary widely.", "Blackpool had the highest, at 8%.")]
    [InlineData("A survey of 7,500 was made.", "Pupils were asked about smoking.", "Among pupils in care the figure was 8%.")]
    [InlineData("A survey of 7,500 was made.", "The charity heard of 348 concerns.", "Staff passed on 8% of them.")]
    public void A_figure_that_leans_on_a_sentence_that_is_not_shown_brings_it_along(string first, string needed, string leaning)
    {
        var rows = Told([first, needed, leaning], Count("7,500", "", first), Count("8%", "", leaning));

        Assert.Equal([first, $"{needed} {leaning}"], rows.Select(row => row.Text));
    }

    [Fact]
    public void A_figure_whose_meaning_stands_in_a_sentence_that_is_not_repeated_is_left_out()
    {
        const string Before = "The youngest was four years old.", Leaning = "That is one of 449 such cases.";

        Assert.Empty(Told([Before, Leaning], Count("449", "", Leaning)));
    }

    [Fact]
    public void A_row_of_a_table_is_not_shown_since_the_heads_of_its_columns_are_not()
    {
        const string Row = "Kent | 1,204 | 31%", Sentence = "Councils looked after 83,630 children.";

        Assert.Equal([Sentence], Of(An.Entry(content: $"{Row}\n{Sentence}"), 60, Count("1,204", "", Row), Count("83,630", "", Sentence)).Select(row => row.Text));
    }

    [Theory]
    [InlineData("Last year the service:", "Last year the service: took 4,120 calls")]
    [InlineData("Key facts", "took 4,120 calls")]
    public void A_line_of_a_list_that_only_ends_a_sentence_brings_along_how_it_begins(string before, string told)
    {
        var entry = An.Entry(content: $"{before}\n\n- trained its staff\n- took 4,120 calls");

        Assert.Equal([told], Of(entry, 60, Count("4,120", "calls", "- took 4,120 calls")).Select(row => row.Text));
    }

    [Fact]
    public void Lines_of_one_list_that_stand_together_begin_it_once()
    {
        const string First = "- took 4,120 calls", Second = "- trained 310 volunteers";
        var entry = An.Entry(content: $"Last year the service:\n\n{First}\n{Second}");

        Assert.Equal(["Last year the service: took 4,120 calls", "trained 310 volunteers"], Of(entry, 60, Count("4,120", "", First), Count("310", "", Second)).Select(row => row.Text));
    }

    [Theory]
    [InlineData("In 2016-17 there were 179,953 incidents.", 1)]
    [InlineData("Two later ones were due on 20 July.", 0)]
    public void In_that_year_needs_a_year(string before, int rows) =>
        Assert.Equal(rows, Told([before, "In that year 87% were over within 48 hours."], Count("87%", "", "In that year 87% were over within 48 hours.")).Count);

    [Fact]
    public void What_a_fuller_sentence_says_again_is_told_once()
    {
        const string Summary = "Cafcass received 1,238 applications in March.", Fuller = "In March Cafcass received 1,238 applications, 13.5% more than in February.", Year = "A year brought 14,207.";

        var rows = Told([Summary, Fuller, Year], Count("1,238", "", Summary), Count("14,207", "", Year), Count("13.5%", "", Fuller));

        Assert.Equal([("1,238", "1,238; 13.5%", Fuller), ("14,207", "14,207", Year)], rows.Select(row => (row.Foremost, row.Figures, row.Text)));
    }

    [Fact]
    public void The_title_which_stands_above_is_no_row_beside_others()
    {
        const string Title = "Offences pass 10,000", Sentence = "Police recorded 10,119 offences.";
        var (titled, exact) = (Count("10,000", "", Title), Count("10,119", "", Sentence));

        Assert.Equal([Sentence], Of(An.Entry(Title, content: Sentence), 60, titled, exact).Select(row => row.Text));
        Assert.Equal([Title], Of(An.Entry(Title, content: Sentence), 60, titled).Select(row => row.Text));
    }

    [Fact]
    public void Figures_of_a_sentence_stand_in_its_own_order()
    {
        const string Sentence = "Alcohol was a problem for 41% and ecstasy for 12%.";

        Assert.Equal("41%; 12%", Assert.Single(Rows(60, Count("12%", "", Sentence), Count("41%", "", Sentence))).Figures);
    }

    [Fact]
    public void A_long_sentence_ends_with_a_whole_clause_and_only_the_figures_in_it_are_told()
    {
        const string Clause = "Police data, gathered by the charity following a request under the law on freedom of information, reveals that 5,500 offences were carried out against children of primary school age";
        var sentence = $"{Clause}, meaning that one in four of the 21,000 known victims {string.Concat(Enumerable.Repeat("during all of this time ", 4))}was young.";

        Assert.Equal(("5,500", $"{Clause}…"), Rows(120, Count("5,500", "", sentence), Count("21,000", "", sentence)).Select(row => (row.Figures, row.Text)).Single());
    }

    private static IReadOnlyList<FigureView> Rows(int words, params Figure[] figures) =>
        Of(An.Entry(content: string.Join(' ', figures.Select(figure => figure.Quotation).Distinct(StringComparer.Ordinal))), words, figures);

    private static IReadOnlyList<FigureView> Told(string[] sentences, params Figure[] figures) =>
        Of(An.Entry(content: string.Join(' ', sentences)), words: 60, figures);

    private static IReadOnlyList<FigureView> Of(Entry entry, int words, params Figure[] figures)
    {
        var stored = An.Stored(entry);
        return KeyFigures.Of(stored with { Understanding = stored.Understanding with { Figures = figures } }, words);
    }

    private static Figure Count(string printed, string what, string sentence) =>
        new(1, FigureUnit.Count, printed, what, "2025/26", null, Standing.Current, Exactness.Exact, sentence, Salience: 1, Shown: true);

    private static Figure Share(double value, string sentence) => Count($"{value}%", "", sentence) with { Value = value, Unit = FigureUnit.Percent };
}
