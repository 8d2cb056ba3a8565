using System.Collections.Frozen;
using System.Xml;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Whose word an element name is.</summary>
internal enum Vocabulary
{
    Rss,
    Atom,
    Content,
    DublinCore,
    DublinCoreTerms,
    FeedBurner,
    Itunes,
    Media,
    Rdf,
    Xhtml,
    Other,
}

internal static class Vocabularies
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly FrozenDictionary<string, Vocabulary> ByAddress = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Rss,
        ["http://purl.org/rss/1.0"] = Vocabulary.Rss,
        ["http://purl.org/net/rss1.1#"] = Vocabulary.Rss,
        ["http://my.netscape.com/rdf/simple/0.9"] = Vocabulary.Rss,
        ["http://www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["http://purl.org/atom/ns#"] = Vocabulary.Atom,
        ["http://purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["http://purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["http://purl.org/dc/terms"] = Vocabulary.DublinCoreTerms,
        ["http://rssnamespace.org/feedburner/ext/1.0"] = Vocabulary.FeedBurner,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["http://search.yahoo.com/mrss"] = Vocabulary.Media,
        [Rdf] = Vocabulary.Rdf,
        ["http://www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly KeyValuePair<string, string>[] UsualPrefixes =
    [
        new("atom", "http://www.w3.org/2005/Atom"),
        new("a10", "http://www.w3.org/2005/Atom"),
        new("content", "http://purl.org/rss/1.0/modules/content/"),
        new("dc", "http://purl.org/dc/elements/1.1/"),
        new("dcterms", "http://purl.org/dc/terms/"),
        new("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
        new("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        new("media", "http://search.yahoo.com/mrss/"),
        new("rdf", Rdf),
        new("xhtml", "http://www.w3.org/1999/xhtml"),
    ];

    /// <summary>An unknown default namespace is a publisher's mistake: the words in it are still those of RSS.</summary>
    public static Vocabulary Of(XmlReader element) =>
        ByAddress.TryGetValue(element.NamespaceURI, out var vocabulary)
        || ByAddress.TryGetValue(element.NamespaceURI.Trim().TrimEnd('/'), out vocabulary) ? vocabulary
        : element.Prefix.Length == 0 ? Vocabulary.Rss
        : Vocabulary.Other;

    /// <summary>Prefixes that feeds use without declaring them, and those that <paramref name="undeclared"/> adds.</summary>
    public static XmlParserContext Context(IEnumerable<string> undeclared)
    {
        var names = new NameTable();
        var prefixes = new XmlNamespaceManager(names);
        foreach (var prefix in undeclared)
        {
            prefixes.AddNamespace(prefix, $"urn:undeclared:{prefix}");
        }

        foreach (var (prefix, address) in UsualPrefixes)
        {
            prefixes.AddNamespace(prefix, address);
        }

        return new XmlParserContext(names, prefixes, xmlLang: null, XmlSpace.None);
    }
}
