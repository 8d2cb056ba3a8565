using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

/// <summary>What a publisher prints beneath one page after another is not quoted.</summary>
public sealed class RepeatedSentencesTests
{
    private const string AboutUs = "Sample Partnership is made up of the council and the police. If you are worried about a child, dial 999.";

    [Fact]
    public void A_sentence_that_stands_beneath_two_pages_of_one_publisher_is_not_quoted()
    {
        var text = Compose(("Sample", $"A leaflet on neglect is out. It is short. {AboutUs}"), ("Sample", $"A course on referrals begins.\n\n{AboutUs}"));

        Assert.Contains("A leaflet on neglect is out. It is short.", text, StringComparison.Ordinal);
        Assert.Contains("A course on referrals begins.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("made up of the council", text, StringComparison.Ordinal);
        Assert.DoesNotContain("If you are worried about a child, dial 999.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sample Partnership is made up of the council and the police.")]
    [InlineData("Sample Partnership brings together the council, the police and the NHS.")]
    [InlineData("If you are worried about a child, call the front door; in an emergency dial 999.")]
    public void What_a_page_says_of_its_publisher_or_of_emergencies_is_not_quoted_though_it_stands_there_alone(string sentence)
    {
        var text = Compose(("Sample Partnership", $"A leaflet on neglect is out. {sentence}"));

        Assert.Contains("A leaflet on neglect is out.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence[..20], text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sample has published two reviews.")]
    [InlineData("Staff must not wait: they call 999 at once and then tell the lead.")]
    public void What_a_page_tells_is_quoted(string sentence) =>
        Assert.Contains(sentence, Compose(("Sample", $"A leaflet on neglect is out. {sentence}")), StringComparison.Ordinal);

    [Fact]
    public void What_two_publishers_say_in_the_same_words_is_quoted()
    {
        var text = Compose(("Sample", $"A leaflet on neglect is out. {AboutUs}"), ("Other", $"A course on referrals begins. {AboutUs}"));

        Assert.Contains("made up of the council", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_with_a_figure_is_quoted_however_often_it_stands_there()
    {
        const string Told = "The board closed 391 referrals last year.";
        var text = Compose(("Sample", $"A leaflet on neglect is out. {Told}"), ("Sample", $"A course on referrals begins. {Told}"));

        Assert.Equal(2, text.Split(Told).Length - 1);
    }

    [Fact]
    public void Two_pages_that_begin_alike_are_two_tellings_of_one_thing_and_keep_their_words()
    {
        const string Told = "The new duty begins in April and binds every school.";
        var text = Compose(("Sample", $"{Told} Heads are told by letter."), ("Sample", $"{Told} Heads are told by letter. Colleges are too."));

        Assert.Equal(2, text.Split("Heads are told by letter.").Length - 1);
    }

    private static string Compose(params (string Publisher, string Text)[] pages)
    {
        var releases = pages.Select((page, at) => A.Release(at + 1, Stored(at, page.Publisher, page.Text)));
        return MailText.OfText(Composer.Compose(A.Request(A.Role(("modern-slavery", 2)), [.. releases])).Text);
    }

    private static StoredEntry Stored(int at, string publisher, string text)
    {
        var stored = An.Stored(An.Entry($"Page {at}", content: text), publisher, Kind.News);
        return text.Contains("391", StringComparison.Ordinal) ? stored with { Understanding = stored.Understanding with { Figures = [Figure()] } } : stored;
    }

    private static Figure Figure() => new(
        391, FigureUnit.Count, "391", "referrals", null, null, Standing.Current, Exactness.Exact, "The board closed 391 referrals last year.", 1, Shown: false);
}
