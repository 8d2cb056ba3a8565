using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests;

public sealed class AdditionTests
{
    [Theory]
    [InlineData("In Kent, police recorded 391 offences.", "Kent")]
    [InlineData("All 391 authorities sent figures; those of Kent were used again.", null)]
    [InlineData("Some 391 offences were recorded in England and in Kent.", null)]
    [InlineData("Of 1,205 offences in the region 391 were recorded in Kent.", null)]
    [InlineData("Police recorded 391 offences.", null)]
    public void A_place_is_named_only_where_the_figure_can_be_of_no_other(string sentence, string? area)
    {
        var other = An.Stored(publisher: "Gazette", areas: ["Kent", "England"]);
        var figures = new[] { 391.0, 1205 }.Where(value => sentence.Contains($"{value:N0}", StringComparison.Ordinal)).Select(value => Counted(value, sentence));
        other = other with { Understanding = other.Understanding with { Figures = [.. figures] } };

        Assert.Equal(area, A.Release(1, An.Stored(), other).Additions.Single(added => added.Figure.Value == 391).Area);
    }

    private static Figure Counted(double value, string sentence) =>
        new(value, FigureUnit.Count, $"{value:N0}", "offences", null, null, Standing.Current, Exactness.Exact, sentence, 1, Shown: true);
}
