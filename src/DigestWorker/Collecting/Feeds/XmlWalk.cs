using System.Security;
using System.Text;
using System.Xml;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Walks a document element by element, and never deeper than a feed can mean to be.</summary>
internal sealed class XmlWalk : IDisposable
{
    public const int MaxDepth = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        CheckCharacters = false,
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        XmlResolver = null,
    };

    private readonly XmlReader reader;

    public XmlWalk(TextReader xml, IEnumerable<string> undeclaredPrefixes)
    {
        reader = XmlReader.Create(xml, Settings, Vocabularies.Context(undeclaredPrefixes));
        reader.MoveToContent();
    }

    public string Name => reader.LocalName;

    public Vocabulary Vocabulary => Vocabularies.Of(reader);

    public string? Attribute(string name) => reader.GetAttribute(name);

    public string? RdfAttribute(string name) => reader.GetAttribute(name, Vocabularies.Rdf);

    /// <summary>What relative links in this element count from.</summary>
    public Uri BaseWithin(Uri outer) =>
        reader.GetAttribute("xml:base") is { } inner && Uri.TryCreate(outer, inner.Trim(), out var result) ? result : outer;

    /// <summary>Stands on each child in turn. A visit may read its element or leave it, then it is passed over.</summary>
    public void EachChild(Action visit)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        Step();
        while (reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Element && reader.Depth == depth + 1)
            {
                visit();
            }

            Step();
        }
    }

    /// <summary>Everything inside the element. Child elements make it markup, in which text is escaped.</summary>
    public (string Text, bool IsMarkup) Content()
    {
        if (reader.IsEmptyElement)
        {
            return ("", false);
        }

        var depth = reader.Depth;
        Step();
        var text = Text(depth);
        return reader.Depth > depth ? (Markup(text, depth), true) : (text, false);
    }

    public void Dispose() => reader.Dispose();

    private string Text(int depth)
    {
        var first = "";
        StringBuilder? all = null;
        for (; reader.Depth > depth && reader.NodeType is not XmlNodeType.Element; Step())
        {
            if (first.Length == 0)
            {
                first = reader.Value;
            }
            else
            {
                all = (all ?? new StringBuilder(first)).Append(reader.Value);
            }
        }

        return all?.ToString() ?? first;
    }

    private string Markup(string leadingText, int depth)
    {
        var markup = new StringBuilder(SecurityElement.Escape(leadingText));
        for (; reader.Depth > depth; Step())
        {
            _ = reader.NodeType switch
            {
                XmlNodeType.Element => markup.Append('<').Append(reader.LocalName).Append(reader.IsEmptyElement ? "/>" : ">"),
                XmlNodeType.EndElement => markup.Append("</").Append(reader.LocalName).Append('>'),
                _ => markup.Append(SecurityElement.Escape(reader.Value)),
            };
        }

        return markup.ToString();
    }

    private void Step()
    {
        reader.Read();
        if (reader.Depth > MaxDepth)
        {
            throw UnreadableFeedException.TooDeep();
        }
    }
}
