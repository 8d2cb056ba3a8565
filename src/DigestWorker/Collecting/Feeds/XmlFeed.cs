using System.Xml;

namespace DigestWorker.Collecting.Feeds;

/// <summary>An XML document as a feed: read strictly first, and mended and read again where it is not well-formed.</summary>
internal static class XmlFeed
{
    private static readonly string[] Roots = ["rss", "rdf", "feed", "channel"];

    public static FeedDraft Read(DecodedText text, Uri address, int limit, Remarks remarks)
    {
        var prolog = AtOnce(text.Opening) ?? Prolog.Of(text.Beginning) ?? throw new UnreadableFeedException("it is neither XML nor JSON, so it is no feed");
        Check(prolog, text);
        try
        {
            using var xml = text.Open();
            xml.ReadBlock(new char[prolog.RootAt], 0, prolog.RootAt);
            return XmlEntries.Read(xml, address, undeclaredPrefixes: [], limit);
        }
        catch (XmlException fault)
        {
            var line = text.Beginning.AsSpan(0, prolog.RootAt).Count('\n') + fault.LineNumber;
            var feed = Mended(text.Whole[prolog.RootAt..], address, limit, line);
            remarks.Add($"The document is not well-formed XML (the first fault is in line {line}); it was mended to be read.");
            return feed;
        }
    }

    /// <returns>Null where only a longer look can tell: the root stands further on, or what looks like one may stand before it.</returns>
    private static Prolog? AtOnce(string opening) =>
        Prolog.Of(opening) is { } prolog && IsFeed(prolog) && prolog.RootAt + 1 + prolog.RootName.Length < opening.Length ? prolog : null;

    private static FeedDraft Mended(string xml, Uri address, int limit, int line)
    {
        var (mended, prefixes) = XmlMender.Mend(xml);
        try
        {
            using var xmlAgain = new StringReader(mended);
            return XmlEntries.Read(xmlAgain, address, prefixes, limit);
        }
        catch (XmlException)
        {
            throw new UnreadableFeedException($"it is not well-formed XML and could not be mended (the first fault is in line {line})");
        }
    }

    private static void Check(Prolog prolog, DecodedText text)
    {
        if (prolog.IsHtml)
        {
            throw new UnreadableFeedException(WebPage.InWords(text.Whole));
        }

        if (!IsFeed(prolog))
        {
            throw new UnreadableFeedException($"it is XML, but its root <{PlainText.Of(prolog.RootName)}> is not that of a feed");
        }

        if (prolog.DeclaresEntities)
        {
            throw new UnreadableFeedException("it declares entities of its own, which no feed needs and attacks use, so nothing of it was read");
        }
    }

    private static bool IsFeed(Prolog prolog) => Roots.Contains(prolog.RootName.Split(':')[^1], StringComparer.OrdinalIgnoreCase);
}
