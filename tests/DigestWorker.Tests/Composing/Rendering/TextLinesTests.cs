using DigestWorker.Composing.Rendering;

namespace DigestWorker.Tests.Composing.Rendering;

public sealed class TextLinesTests
{
    [Fact]
    public void Words_fill_lines_of_72_and_the_next_line_takes_the_other_indent()
    {
        var wrapped = TextLines.Wrap(string.Join('\n', Enumerable.Repeat("release", 12)), "*   ", "    ");

        Assert.Equal(
            "*   release release release release release release release release\n" +
            "    release release release release\n",
            wrapped);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("👍")]
    public void A_word_longer_than_a_line_is_broken(string letter)
    {
        var lines = TextLines.Wrap(string.Concat(Enumerable.Repeat(letter, 500)), "", "    ").Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 78));
        Assert.Equal(500 * letter.Length, lines.Sum(line => line.Trim().Length));
        Assert.DoesNotContain(lines, line => line.EndsWith('\ud83d'));
    }

    [Fact]
    public void A_template_may_leave_blank_lines_and_trailing_spaces()
    {
        Assert.Equal("a\n\nb\n", TextLines.Tidy("\n\na  \n\n \n\nb\n\n"));
    }
}
