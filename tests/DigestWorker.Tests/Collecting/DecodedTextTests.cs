using System.Text;
using DigestWorker.Collecting;

namespace DigestWorker.Tests.Collecting;

public sealed class DecodedTextTests
{
    private const string Text = "£5m for children’s services – Café";

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        AssertReadsAs(Text, DecodedText.Of([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "text/xml; charset=iso-8859-1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/xml; charset=iso-8859-1")]
    [InlineData("text/xml; charset=koi8-r")]
    public void Valid_utf8_is_utf8_whatever_was_declared(string? contentType) =>
        AssertReadsAs(Text, DecodedText.Of(Encoding.UTF8.GetBytes(Text), contentType));

    [Theory]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-1'?>", null)]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1252\" ?>", null)]
    [InlineData("<meta charset=windows-1252>", null)]
    [InlineData("", "text/xml; charset=\"ISO-8859-1\"")]
    public void A_declared_encoding_is_used(string declaration, string? contentType) =>
        AssertReadsAs(declaration + Text, DecodedText.Of(Windows1252.GetBytes(declaration + Text), contentType));

    [Fact]
    public void Cyrillic_is_read_as_declared()
    {
        const string declared = "<?xml version='1.0' encoding='koi8-r'?>Дети";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("koi8-r")!.GetBytes(declared);

        Assert.Equal(declared, DecodedText.Of(bytes, null).Whole);
    }

    [Theory]
    [InlineData("", "does not say how its letters are encoded")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?>", "says that it is written in utf-8, which it is not")]
    [InlineData("<?xml version='1.0' encoding='x-fake'?>", "says that it is written in x-fake, which it is not")]
    public void Without_a_true_declaration_it_is_windows_1252_and_a_remark(string declaration, string remark)
    {
        var decoded = DecodedText.Of(Windows1252.GetBytes(declaration + Text), null);

        Assert.Equal(declaration + Text, decoded.Whole);
        Assert.Equal($"The document {remark}; it was read as windows-1252.", decoded.Remark);
    }

    [Fact]
    public void A_few_broken_letters_do_not_spoil_the_whole_ones()
    {
        var decoded = DecodedText.Of([.. Encoding.UTF8.GetBytes(Text), 0xC3, (byte)' ', .. Encoding.UTF8.GetBytes(Text)], null);

        Assert.Equal($"{Text}\uFFFD {Text}", decoded.Whole);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf16_without_a_mark_is_known_by_its_zeros(string name) =>
        Assert.Equal("<rss/>", DecodedText.Of(Encoding.GetEncoding(name).GetBytes("<rss/>"), null).Whole);

    private static void AssertReadsAs(string expected, DecodedText decoded)
    {
        using var reader = decoded.Open();
        Assert.Equal((expected, expected, expected), (decoded.Whole, decoded.Beginning, reader.ReadToEnd()));
        Assert.Null(decoded.Remark);
    }
}
