using System.Buffers;
using System.Text;
using DigestWorker.Delivering;

namespace DigestWorker.Tests.Delivering;

public sealed class QuotedPrintableTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain text, 47% of it", "plain text, 47% of it")]
    [InlineData("a=b", "a=3Db")]
    [InlineData("£5", "=C2=A35")]
    [InlineData("ends in space \nand tab\t", "ends in space=20\r\nand tab=09")]
    [InlineData("one\ntwo\rthree\r\nfour\n", "one\r\ntwo\r\nthree\r\nfour\r\n")]
    [InlineData(".\n..\nx.", "=2E\r\n=2E.\r\nx.")]
    [InlineData("From here\nAnd From there", "=46rom here\r\nAnd From there")]
    [InlineData("nul\0", "nul=00")]
    public void Text_is_written_so_that_no_relay_can_harm_it(string text, string expected) => Assert.Equal(expected, Write(text));

    [Theory]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    [InlineData(150, 2)]
    [InlineData(151, 3)]
    public void A_long_line_is_broken_softly(int letters, int lines)
    {
        var written = Write(new string('x', letters)).Split("\r\n");

        Assert.Equal(lines, written.Length);
        Assert.All(written[..^1], line => Assert.EndsWith("=", line, StringComparison.Ordinal));
        Assert.All(written, line => Assert.True(line.Length <= 76));
    }

    [Fact]
    public void An_encoded_byte_is_never_broken_in_two()
    {
        var written = Write($"x{new string('£', 60)}");

        Assert.Equal(new string('£', 60), Uri.UnescapeDataString(written.Replace("=\r\n", "", StringComparison.Ordinal)[1..].Replace('=', '%')));
        Assert.DoesNotMatch("=[0-9A-F]?=", written);
    }

    private static string Write(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        QuotedPrintable.Write(text, output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
