using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp.Html;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Text of a broken document as XML can hold it.</summary>
internal static partial class XmlText
{
    private const string SectionStart = "<![CDATA[";
    private const string SectionEnd = "]]>";

    /// <summary>CDATA sections as escaped text.</summary>
    public static string WithoutSections(string xml)
    {
        var result = new StringBuilder(xml.Length);
        var at = 0;
        while (xml.IndexOf(SectionStart, at, StringComparison.Ordinal) is >= 0 and var start
            && xml.IndexOf(SectionEnd, start, StringComparison.Ordinal) is >= 0 and var end)
        {
            var text = xml[(start + SectionStart.Length)..end].Replace("&", "&amp;", StringComparison.Ordinal);
            result.Append(xml, at, start - at).Append(Marks(text));
            at = end + SectionEnd.Length;
        }

        return result.Append(xml, at, xml.Length - at).ToString();
    }

    /// <summary>References that mean something stay or become their character, every other ampersand is a plain one.</summary>
    public static string Escaped(string text) => Marks(Reference().Replace(Forbidden().Replace(text, ""), Mended));

    private static string Marks(string text) => text
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Mended(Match reference)
    {
        if (reference.Groups["name"] is { Success: true, Value: var name })
        {
            return name is "amp" or "lt" or "gt" or "quot" or "apos" ? reference.Value
                : HtmlEntityProvider.Resolver.GetSymbol($"{name};") is { } symbol ? symbol.Replace("&", "&amp;", StringComparison.Ordinal)
                : $"&amp;{name};";
        }

        return Code(reference) switch
        {
            null => "&amp;",
            < 0x10000 and var code when !XmlConvert.IsXmlChar((char)code) => "",
            > 0x10FFFF => "",
            _ => reference.Value,
        };
    }

    private static int? Code(Match reference) =>
        reference.Groups["decimal"] is { Success: true } number ? int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : reference.Groups["hex"] is { Success: true } hex ? int.Parse(hex.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex("&(?:#(?<decimal>[0-9]{1,8});|#[xX](?<hex>[0-9a-fA-F]{1,7});|(?<name>[A-Za-z][A-Za-z0-9]{1,31});)?", RegexOptions.None, Pattern.Limit)]
    private static partial Regex Reference();

    /// <summary>What no XML 1.0 document may hold.</summary>
    [GeneratedRegex(@"[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]", RegexOptions.None, Pattern.Limit)]
    private static partial Regex Forbidden();
}
