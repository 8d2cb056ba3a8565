using System.Text;
using DigestWorker.Delivering.Dkim;

namespace DigestWorker.Tests.Delivering.Dkim;

public sealed class RelaxedTests
{
    [Theory]
    [InlineData("A", " X", "a:X")]
    [InlineData("B ", " Y\t\tZ  ", "b:Y Z")]
    [InlineData("SUBJECT", "", "subject:")]
    [InlineData("Subject", " \t ", "subject:")]
    [InlineData("X", "a:b  c", "x:a:b c")]
    public void A_header_is_signed_in_one_form_whatever_white_space_it_has(string name, string value, string expected) =>
        Assert.Equal(expected, RelaxedHeader.Of(name.TrimEnd(), value));

    // The second row is the example of RFC 6376 §3.4.5.
    [Theory]
    [InlineData("", "")]
    [InlineData(" C |D \t E|||", " C|D E|")]
    [InlineData("|||", "")]
    [InlineData(" |\t| |", "")]
    [InlineData("a", "a|")]
    [InlineData("a \t", "a|")]
    [InlineData("|a||b|", "|a||b|")]
    [InlineData("a| \t|b| ", "a||b|")]
    [InlineData("a\rb\nc", "a\rb\nc|")]
    public void A_body_is_signed_in_one_form_whatever_its_lines_end_with(string body, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(RelaxedBody.Of(Encoding.ASCII.GetBytes(Lines(body)))).Replace("\r\n", "|", StringComparison.Ordinal));

    [Fact]
    public void An_empty_body_has_the_hash_of_nothing() => Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", RelaxedBody.Hash([]));

    private static string Lines(string text) => text.Replace("|", "\r\n", StringComparison.Ordinal);
}
