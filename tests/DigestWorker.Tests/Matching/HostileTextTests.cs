using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Tests.Classifying;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Matching;

/// <summary>Ten megabytes of what makes careless patterns slow: always a result, never an exception.</summary>
public sealed class HostileTextTests
{
    private const int Size = 10_000_000;

    [Theory]
    [InlineData("A")]
    [InlineData("Aa of ")]
    [InlineData("a.a.")]
    [InlineData("1,000,")]
    [InlineData("12 May ")]
    [InlineData("2016/17 to ")]
    [InlineData("one two ")]
    [InlineData("20 to 30 ")]
    [InlineData("up 5 from 6 per cent ")]
    [InlineData("aged 1 to 2\n\n")]
    [InlineData("January to March. ")]
    [InlineData("x@x ")]
    [InlineData("KCSIE 2024 in force from ")]
    [InlineData("\u202e\u200b")]
    public void Ten_megabytes_of_one_thing_are_understood_and_read_for_matching(string bit)
    {
        var content = string.Concat(Enumerable.Repeat(bit, Size / bit.Length));
        var entry = Texts.Entry(content[..2000], content, content);
        var reading = Reading.Of(entry, "NSPCC");

        var understanding = DefaultTopics.Classifier.Understand(reading, entry, Texts.Source("NSPCC"));
        var pending = new PendingEntry(1, "s", "NSPCC", entry, null, new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.Zero), InRelease: false);
        var traits = new TraitReader([]).Read(pending, new MatchText(reading.Title, entry.Summary[..60_000], entry.Content[..60_000]), understanding);

        Assert.All(understanding.Figures, figure => Assert.True(double.IsFinite(figure.Value)));
        Assert.InRange(BlockingKeys.Of(traits).Count, 0, 100);
        Assert.InRange(TraitText.Of(traits).Length, 1, 20_000);
        Assert.Equal(TraitText.Of(traits), TraitText.Of(TraitText.Read(TraitText.Of(traits))));
    }
}
