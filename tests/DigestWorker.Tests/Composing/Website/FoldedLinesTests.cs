using System.Text;
using DigestWorker.Composing.Website;

namespace DigestWorker.Tests.Composing.Website;

public sealed class FoldedLinesTests
{
    [Theory]
    [InlineData("a", 75, 1)]
    [InlineData("a", 76, 2)]
    [InlineData("a", 149, 2)]
    [InlineData("a", 150, 3)]
    [InlineData("é", 38, 2)]
    [InlineData("子", 25, 1)]
    [InlineData("子", 26, 2)]
    [InlineData("👩", 19, 2)]
    [InlineData("a👩", 400, 28)]
    public void A_line_has_at_most_75_octets_and_no_character_is_cut(string piece, int times, int lines)
    {
        var line = string.Concat(Enumerable.Repeat(piece, times));

        var folded = FoldedLines.Of(line + "\r\n");

        var parts = folded.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines, parts.Length);
        Assert.All(parts, part => Assert.InRange(Encoding.UTF8.GetByteCount(part), 1, 75));
        Assert.Equal(folded, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(folded)));
        Assert.Equal(line + "\r\n", folded.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_folded_already_is_folded_anew() =>
        Assert.Equal("SUMMARY:one two\r\nEND:VEVENT\r\n", FoldedLines.Of("SUMMARY:one\r\n  two\r\nEND:VEVENT\r\n"));
}
