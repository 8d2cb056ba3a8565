using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Viewing;

public sealed class ReportViewTests
{
    [Theory]
    [InlineData("391", "offences", "391 offences")]
    [InlineData("332.9", "for every", "")]
    [InlineData("4.1", "per", "")]
    [InlineData("391", "", "")]
    [InlineData("391", "ceased to be", "")]
    [InlineData("More than 300", "offences", "more than 300 offences")]
    public void A_report_adds_a_figure_only_with_what_it_counts(string printed, string what, string adds) =>
        Assert.Equal(adds, Adds(Figure(printed, what, "A sentence of the report.")));

    [Theory]
    [InlineData("391", "people under", "There were 391 people under 18.", "")]
    [InlineData("391", "people", "There were 391 people aged 18.", "")]
    [InlineData("391", "cases", "It was used in 391 cases where forces knew the platform.", "")]
    [InlineData("391", "cases where forces", "It was used in 391 cases where forces knew the platform.", "")]
    [InlineData("391", "offences", "Police recorded 391 offences, which is a record.", "391 offences")]
    [InlineData("391", "offences", "Police recorded 391 offences in a year.", "391 offences")]
    public void A_count_of_some_only_is_not_told_as_one_of_all(string printed, string what, string sentence, string adds) =>
        Assert.Equal(adds, Adds(Figure(printed, what, sentence)));

    [Fact]
    public void A_share_is_not_told_without_its_sentence() =>
        Assert.Equal("", Adds(Figure("85%", "vaping", "Vaping was named by 85% vaping daily.") with { Unit = FigureUnit.Percent }));

    [Fact]
    public void A_round_number_adds_nothing_to_the_exact_one()
    {
        var lead = An.Stored();
        lead = lead with { Understanding = lead.Understanding with { Figures = [Figure("7,062", "offences", "There were 7,062 offences.") with { Value = 7062 }] } };
        var rounded = Figure("more than 7,000", "offences", "There were more than 7,000 offences.") with { Value = 7000, Exactness = Exactness.AtLeast };

        Assert.Equal("", Adds(rounded, lead));
        Assert.Equal("more than 5,000 offences", Adds(rounded with { Value = 5000, Printed = "more than 5,000" }, lead));
    }

    [Fact]
    public void A_title_that_is_not_repeated_is_left_out_of_the_reports()
    {
        var other = An.Stored(An.Entry("Children as young as 11 carry knives"), publisher: "Gazette");

        Assert.Equal("", ReportView.Of(other, A.Release(1, An.Stored(), other)).Title);
    }

    private static Figure Figure(string printed, string what, string sentence) =>
        new(391, FigureUnit.Count, printed, what, null, null, Standing.Current, Exactness.Exact, sentence, 1, Shown: true);

    private static string Adds(Figure figure, StoredEntry? leading = null)
    {
        var (lead, other) = (leading ?? An.Stored(), An.Stored(publisher: "Gazette"));
        other = other with { Understanding = other.Understanding with { Figures = [figure] } };

        return ReportView.Of(other, A.Release(1, lead, other)).Adds;
    }
}
