using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying;

public sealed class EntryClassifierTests
{
    [Fact]
    public void An_entry_is_understood_as_a_whole()
    {
        var understanding = DefaultTopics.Classifier.Understand(
            Texts.Entry("Online grooming crimes in Norfolk up 40%", "Police recorded 214 offences last year.", "Freedom of information replies show the rise."),
            Texts.Source("Example News"));

        Assert.Equal(Kind.Statistics, understanding.Kind.Kind);
        Assert.Equal(["online-grooming", "online-safety"], understanding.Topics.Select(topic => topic.Id));
        Assert.Equal(["Norfolk"], understanding.Areas.Select(area => area.Area));
    }

    [Fact]
    public void A_summary_that_only_repeats_the_opening_counts_once()
    {
        const string Opening = "There is a note on domestic abuse in the middle of it";

        var repeated = DefaultTopics.Classifier.Understand(Texts.Entry("This term", Opening + "…", Opening + "."), Texts.Source());
        var alone = DefaultTopics.Classifier.Understand(Texts.Entry("This term", "", Opening + "."), Texts.Source());

        Assert.Equal(alone.Topics.Select(topic => topic.Score), repeated.Topics.Select(topic => topic.Score));
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Odd_text_is_never_too_odd(string text)
    {
        var understanding = DefaultTopics.Classifier.Understand(Texts.Entry(text, text, text, text), Texts.Source(text));

        Assert.InRange(understanding.Topics.Count, 0, 4);
        Assert.NotEmpty(understanding.Kind.Because);
        Assert.All(understanding.Topics, topic => Assert.NotEmpty(topic.Because));
    }

    public static TheoryData<string> OddTexts =>
    [
        "",
        " \r\n\t\u00A0 ",
        "0123456789 42 7 007",
        new string('9', 1_000_000),
        string.Concat(Enumerable.Repeat("1 2 3 ", 200_000)),
        string.Concat(Enumerable.Repeat("- bullying\n\n", 90_000)),
        new string('\n', 1_000_000),
        new string('\'', 1_000_000),
        "\u202Eesuba dlihc\u202C \u200F\u05E9\u05DC\u05D5\u05DD \u0627\u0644\u0639\u0631\u0628\u064A\u0629",
        "c\u200Bo\u200Cu\u200Dn\uFEFFty l\u00ADines",
        "\uD800 lone \uDC00 halves \uFFFE\uFFFF",
        "<div><p class='x'>&nbsp;&lt;script&gt;alert(1)</p></div><!-- <b> -->",
        "Ω≈ç√∫˜µ≤≥÷ 田中さんにあげて下さい 👩‍👩‍👧‍👦 ﷽",
        ":",
        "::: : press release :",
    ];

    [Fact]
    public void The_order_of_sources_and_repetition_change_nothing()
    {
        var entry = Texts.Entry("Knife crime and county lines in Essex", "Figures for 2023", "Gangs, bullying and knives.");

        var first = DefaultTopics.Classifier.Understand(entry, Texts.Source());
        var again = new DigestWorker.Classifying.EntryClassifier([.. DefaultTopics.All.Reverse()]).Understand(entry, Texts.Source());

        Assert.Equal(
            first.Topics.Select(topic => (topic.Id, topic.Score, string.Join('|', topic.Because))),
            again.Topics.Select(topic => (topic.Id, topic.Score, string.Join('|', topic.Because))));
    }
}
