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
    public void A_report_adds_a_figure_only_with_what_it_counts(string printed, string what, string adds)
    {
        var figure = new Figure(391, FigureUnit.Count, printed, what, null, null, Standing.Current, Exactness.Exact, "A sentence of the report.", 1, Shown: true);
        var (lead, other) = (An.Stored(), An.Stored(publisher: "Gazette"));
        other = other with { Understanding = other.Understanding with { Figures = [figure] } };

        Assert.Equal(adds, ReportView.Of(other, A.Release(1, lead, other)).Adds);
    }
}
