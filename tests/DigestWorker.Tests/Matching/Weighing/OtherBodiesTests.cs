using DigestWorker.Domain;
using DigestWorker.Matching.Traits;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Tests.Matching.Weighing;

/// <summary>Several bodies count one thing in one month, and tell of it in the same words.</summary>
public sealed class OtherBodiesTests
{
    private static readonly EntryTraits Police = Of("Police service", 7_263), Charity = Of("Charity", 2_646);

    [Fact]
    public void Figures_of_which_two_bodies_share_none_are_two_releases() =>
        Assert.Equal("other bodies' figures", PairWeigher.Default.Weigh(Police, Charity).Barrier);

    [Fact]
    public void A_figure_in_common_one_that_is_rounded_a_body_in_common_or_a_text_that_is_no_statistics_leaves_it_open() =>
        Assert.All(
            new[]
            {
                Charity with { Figures = Police.Figures },
                Charity with { Figures = [.. Charity.Figures, Count(7_000) with { Exact = false, Information = 1 }] },
                Charity with { Originators = ["Charity", "Police service"] },
                Charity with { Originators = [] },
                Charity with { Kind = Kind.News },
            },
            other => Assert.Null(PairWeigher.Default.Weigh(Police, other).Barrier));

    private static EntryTraits Of(string originator, int figure) => new()
    {
        Publisher = originator,
        Day = 1,
        Kind = Kind.Statistics,
        Originators = [originator],
        Figures = [Count(figure), Count(figure + 1_111)],
    };

    private static FigureTrait Count(int value) => new(value, FigureUnit.Count, Standing.Current, Exact: true, Information: FigureInformation.Strong);
}
