using System.Xml;
using System.Xml.Linq;
using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>Lists of feeds as other programs keep them (OPML 2.0, opml.org/spec2.opml).</summary>
internal static class Opml
{
    private const int LongestDocument = 5_000_000;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = LongestDocument,
        XmlResolver = null,
    };

    public static string Write(IEnumerable<Source> sources) =>
        new XDocument(
            new XElement("opml",
                new XAttribute("version", "2.0"),
                new XElement("head", new XElement("title", "Sources of the safeguarding digest")),
                new XElement("body", sources.Select(source => new XElement("outline",
                    new XAttribute("type", "rss"),
                    new XAttribute("text", source.Name),
                    new XAttribute("xmlUrl", source.Url.AbsoluteUri)))))).ToString();

    /// <returns>Name and address of each feed; null where the text is no OPML.</returns>
    public static IReadOnlyList<(string Name, Uri Url)>? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            var root = XDocument.Load(reader).Root;
            return root?.Name.LocalName == "opml" ? [.. root.Descendants("outline").Select(Feed).OfType<(string, Uri)>()] : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static (string Name, Uri Url)? Feed(XElement outline) =>
        Uri.TryCreate(outline.Attribute("xmlUrl")?.Value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? (Name(outline) ?? url.Host, url)
            : null;

    private static string? Name(XElement outline) =>
        (outline.Attribute("title") ?? outline.Attribute("text"))?.Value.Trim() is { Length: > 0 } name ? name : null;
}
