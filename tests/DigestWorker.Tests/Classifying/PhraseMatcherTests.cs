using System.Diagnostics;
using DigestWorker.Classifying;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying;

public sealed class PhraseMatcherTests
{
    private static readonly string[] Phrases = ["county lines", "self neglect", "neglect", "child's plan", "organised crime", "policy", "SEND", "children missing education", "missing children"];

    [Theory]
    [InlineData("County Lines gangs", "county lines")]
    [InlineData("a county-line operation", "county lines")]
    [InlineData("county\u200B lin\u00ADes", "county lines")]
    [InlineData("organized crime", "organised crime")]
    [InlineData("new policies", "policy")]
    [InlineData("each child\u2019s plans", "child's plan")]
    [InlineData("SEND reform", "SEND")]
    public void A_phrase_is_found_in_any_of_its_forms(string text, string phrase) => Assert.Equal([phrase], Found(text));

    [Theory]
    [InlineData("please send a reply")]
    [InlineData("the whole county. Lines were long")]
    [InlineData("neglectful")]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void What_only_looks_like_a_phrase_is_not_found(string text) => Assert.Empty(Found(text));

    [Fact]
    public void Of_phrases_that_overlap_the_longest_counts()
    {
        Assert.Equal(["self neglect"], Found("self-neglect"));
        Assert.Equal(["self neglect", "neglect"], Found("self-neglect is not neglect"));
        Assert.Equal(["children missing education"], Found("Children missing education, not missing childhood"));
    }

    [Fact]
    public void A_hit_says_where_it_stands()
    {
        const string Text = "On “county lines”.";

        var hit = Assert.Single(new PhraseMatcher(Phrases).Find(Text));

        Assert.Equal("county lines", Text.Substring(hit.Start, hit.Length));
    }

    [Fact]
    public void A_phrase_without_a_word_finds_nothing() => Assert.Empty(new PhraseMatcher(["", "–"]).Find("– and –"));

    [Fact]
    public void A_megabyte_is_read_in_a_moment()
    {
        var matcher = new PhraseMatcher([.. DefaultTopics.All.SelectMany(topic => topic.Phrases.Keys)]);
        var text = string.Concat(Enumerable.Repeat("Police said that child sexual abuse and county lines are children's social care matters. ", 12_000));
        matcher.Find(text[..100_000]);

        var watch = Stopwatch.StartNew();
        var hits = matcher.Find(text);

        Assert.True(text.Length > 1_000_000 && hits.Count >= 36_000);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
        TestContext.Current.TestOutputHelper?.WriteLine($"{text.Length} characters in {watch.ElapsedMilliseconds} ms");
    }

    private static IEnumerable<string> Found(string text) => new PhraseMatcher(Phrases).Find(text).Select(hit => Phrases[hit.Phrase]);
}
