using DigestWorker.Composing.Wording;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class ExtractTests
{
    private const string Paragraph = "The duty begins in April. Schools must name a lead. Colleges must too.";

    [Theory]
    [InlineData(60, "The duty begins in April. Schools must name a lead. Colleges must too.")]
    [InlineData(10, "The duty begins in April. Schools must name a lead.")]
    [InlineData(9, "The duty begins in April.")]
    [InlineData(3, "The duty begins…")]
    [InlineData(0, "")]
    public void It_quotes_whole_sentences_within_the_number_of_words(int words, string extract)
    {
        Assert.Equal(extract, Extract.Of(An.Entry(summary: Paragraph), words));
    }

    [Theory]
    [InlineData("The duty begins in…")]
    [InlineData("The duty begins in [...]")]
    [InlineData("")]
    public void A_summary_that_was_cut_short_gives_way_to_the_text(string summary)
    {
        Assert.Equal(Paragraph, Extract.Of(An.Entry(summary: summary, content: Paragraph), 60));
    }

    [Theory]
    [InlineData("New duties\n\n" + Paragraph)]
    [InlineData(Paragraph + "\n\n- one thing\n- another thing.")]
    [InlineData("- one thing.\n\n" + Paragraph)]
    [InlineData(Paragraph + "\n- one thing.")]
    [InlineData("NRM statistics, July to September 2026.\n\n" + Paragraph)]
    [InlineData(Paragraph + "\n\nThe post New duties appeared first on Example.")]
    [InlineData(Paragraph + "\n\nThe post New duties first appeared on Example.")]
    [InlineData(Paragraph + "\n\nContinue reading...")]
    [InlineData("https://example.org/x - WATCH THIS NOW! " + Paragraph)]
    [InlineData(Paragraph + " Our charter: https://example.org/charter. ")]
    [InlineData(Paragraph + " Continue reading New duties for schools →")]
    [InlineData(Paragraph + " Read more »")]
    public void Headings_lists_the_title_and_a_feed_s_footer_are_not_quoted(string content)
    {
        Assert.Equal(Paragraph, Extract.Of(An.Entry(content: content), 60));
    }

    [Theory]
    [InlineData("The duty begins in April. […]", "The duty begins in April.")]
    [InlineData("The duty begins in April. [...]", "The duty begins in April.")]
    [InlineData("The duty begins in […]", "The duty begins in […]")]
    public void The_mark_of_a_cut_after_a_whole_sentence_is_not_quoted(string summary, string extract) =>
        Assert.Equal(extract, Extract.Of(An.Entry(summary: summary), 60));

    [Fact]
    public void What_leans_on_a_sentence_that_is_told_elsewhere_is_not_quoted_without_it()
    {
        const string Told = "Police recorded 15 offences a day.";
        var entry = An.Entry(content: $"{Told} This is 44% higher than in 2015/16. It is a trend. The charity asks for a law. It wrote to the minister.");

        Assert.Equal("The charity asks for a law. It wrote to the minister.", Extract.Of(entry, 60, Told));
    }

    [Fact]
    public void A_text_without_a_full_stop_is_quoted_all_the_same()
    {
        Assert.Equal("Quarterly figures on referrals", Extract.Of(An.Entry(summary: "Quarterly figures on referrals"), 60));
    }

    [Fact]
    public void An_endless_word_is_no_sentence() => Assert.Equal("", Extract.Of(An.Entry(summary: new string('x', 1_000_000)), 60));
}
