using DigestWorker.Composing;
using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Viewing;

public sealed class BriefViewTests
{
    private const string Title = "Over 10,000 young people have answered", Before = "In 61% of cases there was an injury.", Leaning = "That is equivalent to 440,000 children.";

    [Fact]
    public void A_figure_in_the_overview_stands_in_its_own_sentence_and_not_beside_a_title_that_says_something_else() =>
        Assert.Equal(("61%", $"{Before} (Home Office)"), Brief(Figure("61%", Before)));

    [Fact]
    public void Only_a_figure_that_can_stand_alone_is_the_overviews() =>
        Assert.Equal(("61%", $"{Before} (Home Office)"), Brief(Figure("440,000", Leaning), Figure("61%", Before)));

    [Fact]
    public void A_release_without_such_a_figure_has_its_title_there() =>
        Assert.Equal(("Figures", $"{Title} (Home Office)"), Brief());

    private static (string Label, string Text) Brief(params Figure[] figures)
    {
        var stored = An.Stored(An.Entry(Title, content: $"{Before} {Leaning}"));
        stored = stored with { Understanding = stored.Understanding with { Figures = figures } };
        var brief = BriefView.Of(new SelectedRelease(A.Release(1, stored), 1, []), KeyFigures.Of(stored, 60));
        return (brief.Label, brief.Text);
    }

    private static Figure Figure(string printed, string sentence) =>
        new(1, FigureUnit.Count, printed, "", null, null, Standing.Current, Exactness.Exact, sentence, Salience: 1, Shown: true);
}
