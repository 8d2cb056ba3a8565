using System.Text;
using DigestWorker.Delivering;

namespace DigestWorker.Tests.Delivering;

public sealed class HeaderLineTests
{
    [Theory]
    [InlineData("", "Subject: ")]
    [InlineData("three releases", "Subject: three releases")]
    [InlineData("{60} {9}", "Subject: {60}/ {9}")]
    [InlineData("{60} {8}", "Subject: {60} {8}")]
    [InlineData("{76}", "Subject:/ {76}")]
    [InlineData("{80} {80}", "Subject: {80}/ {80}")]
    [InlineData("{60} {20} . {76}", "Subject: {60}/ {20} ./ {76}")]
    public void A_header_is_folded_before_the_word_that_would_pass_column_78(string value, string expected)
    {
        var written = new StringBuilder().AppendHeader("Subject", Words(value).Split(' ')).ToString();

        Assert.Equal(Words(expected).Replace("/", "\r\n", StringComparison.Ordinal) + "\r\n", written);
    }

    private static string Words(string pattern) =>
        new[] { 8, 9, 20, 60, 76, 80 }.Aggregate(pattern, (text, length) => text.Replace($"{{{length}}}", new string('x', length), StringComparison.Ordinal));
}
