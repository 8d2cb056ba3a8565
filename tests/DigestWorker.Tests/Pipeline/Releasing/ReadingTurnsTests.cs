using System.Text.RegularExpressions;
using DigestWorker.Pipeline.Releasing;

namespace DigestWorker.Tests.Pipeline.Releasing;

public sealed class ReadingTurnsTests
{
    private const string Hostile = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";

    private static readonly Regex Slow = new("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(20));

    [Fact]
    public void A_text_that_takes_too_long_once_is_read_whole_at_its_second_turn()
    {
        var texts = new Queue<string>([Hostile, "aaa"]);

        Assert.True(ReadingTurns.Take(() => Slow.IsMatch(texts.Dequeue()), () => false));
    }

    [Fact]
    public void A_text_that_always_takes_too_long_holds_up_nothing_and_is_read_in_part()
    {
        var turns = 0;

        var read = ReadingTurns.Take(
            () =>
            {
                turns++;
                return Slow.IsMatch(Hostile) ? "whole" : "none";
            },
            () => "part");

        Assert.Equal(("part", 2), (read, turns));
    }

    [Fact]
    public void Any_other_fault_is_not_taken_for_a_long_text() =>
        Assert.Throws<InvalidOperationException>(() => ReadingTurns.Take<int>(() => throw new InvalidOperationException("broken"), () => 1));
}
