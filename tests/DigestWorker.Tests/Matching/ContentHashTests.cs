using DigestWorker.Domain;
using DigestWorker.Matching;

namespace DigestWorker.Tests.Matching;

public sealed class ContentHashTests
{
    private const string Short = "Police recorded more offences last year than in any year before.";
    private static readonly string Long = string.Join(' ', Enumerable.Repeat(Short, 5));

    [Theory]
    [InlineData("the child's plan – “in full”", "the child’s plan - \"in full\"")]
    [InlineData("the  child's\u00A0plan\n\nin full ", " the child's plan in full\t")]
    [InlineData("The Child's PLAN in full", "the child's plan in full")]
    [InlineData("the child\u00B4s plan in full", "the child's plan in full")]
    [InlineData("the of\uFB01cial plan…", "the official plan...")]
    [InlineData("the chi\u00ADld's pl\u200Ban", "the child's plan")]
    [InlineData("the cafe\u0301 plan", "the caf\u00E9 plan")]
    public void The_same_words_have_the_same_hash_however_they_are_set(string one, string other) =>
        Assert.Equal(ContentHash.Of(Entry("", $"{one}{Long}")), ContentHash.Of(Entry("", $"{other}{Long}")));

    [Theory]
    [InlineData("5,653 offences", "5,654 offences")]
    [InlineData("must", "should")]
    [InlineData("re-form", "reform")]
    public void Another_word_or_figure_gives_another_hash(string one, string other) =>
        Assert.NotEqual(ContentHash.Of(Entry("", $"{Long} {one}")), ContentHash.Of(Entry("", $"{Long} {other}")));

    [Fact]
    public void A_long_text_is_itself_under_any_title() =>
        Assert.Equal(ContentHash.Of(Entry("One headline", Long)), ContentHash.Of(Entry("Another headline", Long)));

    [Fact]
    public void A_short_text_counts_with_its_title()
    {
        Assert.NotEqual(ContentHash.Of(Entry("One headline", Short)), ContentHash.Of(Entry("Another headline", Short)));
        Assert.Equal(ContentHash.Of(Entry("One headline", Short)), ContentHash.Of(Entry("ONE HEADLINE", Short)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Newsletter: March", "")]
    [InlineData("Road closure", "See the map. Thank you.")]
    [InlineData("– – – – – – –", "\u200B \u00AD")]
    public void Too_little_text_has_no_hash(string title, string content) => Assert.Null(ContentHash.Of(Entry(title, content)));

    [Fact]
    public void Eight_words_of_title_and_text_are_enough() =>
        Assert.Equal(32, ContentHash.Of(Entry("Road closure in Mill Lane", "From Monday morning"))!.Length);

    [Fact]
    public void The_summary_stands_in_for_an_absent_text() =>
        Assert.Equal(ContentHash.Of(Entry("A title", Long)), ContentHash.Of(new EntryWords(new Entry { Title = "A title", Summary = Long })));

    [Theory]
    [InlineData("A title", "A summary", "A text", true)]
    [InlineData("a title", "A  summary", "A text", true)]
    [InlineData("Another title", "A summary", "A text", false)]
    [InlineData("A title", "Another summary", "A text", false)]
    [InlineData("A title", "A summary", "Another text", false)]
    [InlineData("A title", "", "A summary A text", false)]
    public void A_version_is_title_summary_and_text_together(string title, string summary, string content, bool same)
    {
        var first = ContentHash.OfVersion(new EntryWords(new Entry { Title = "A title", Summary = "A summary", Content = "A text" }));

        Assert.Equal(same, first.AsSpan().SequenceEqual(ContentHash.OfVersion(new EntryWords(new Entry { Title = title, Summary = summary, Content = content }))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 half \uDC00 a pair \uFFFE\uFFFF")]
    public void A_version_always_has_a_hash(string text) => Assert.Equal(32, ContentHash.OfVersion(Entry(text, text)).Length);

    private static EntryWords Entry(string title, string content) => new(new Entry { Title = title, Content = content });
}
