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

    private readonly XmlReader _reader;

    public XmlWalk(TextReader xml, IEnumerable<string> undeclaredPrefixes)
    {
        _reader = XmlReader.Create(xml, Settings, Vocabularies.Context(undeclaredPrefixes));
        _reader.MoveToContent();
    }

    public string Name => _reader.LocalName;

    public Vocabulary Vocabulary => Vocabularies.Of(_reader);

    public string? Attribute(string name) => _reader.GetAttribute(name);

    public string? RdfAttribute(string name) => _reader.GetAttribute(name, Vocabularies.Rdf);

    /// <summary>What relative links in this element count from.</summary>
    public Uri BaseWithin(Uri outer) =>
        _reader.GetAttribute("xml:base") is { } inner && Uri.TryCreate(outer, inner.Trim(), out var result) ? result : outer;

    /// <summary>Stands on each child in turn. A visit may read its element or leave it, then it is passed over.</summary>
    public void EachChild(Action visit)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        Step();
        while (_reader.Depth > depth)
        {
            if (_reader.NodeType is XmlNodeType.Element && _reader.Depth == depth + 1)
            {
                visit();
            }

            Step();
        }
    }

    /// <summary>Everything inside the element. Child elements make it markup, in which text is escaped.</summary>
    public (string Text, bool IsMarkup) Content()
    {
        if (_reader.IsEmptyElement)
        {
            return ("", false);
        }

        var depth = _reader.Depth;
        Step();
        var text = Text(depth);
        return _reader.Depth > depth ? (Markup(text, depth), true) : (text, false);
    }

    public void Dispose() => _reader.Dispose();

    private string Text(int depth)
    {
        var first = "";
        StringBuilder? all = null;
        for (; _reader.Depth > depth && _reader.NodeType is not XmlNodeType.Element; Step())
        {
            if (first.Length == 0)
            {
                first = _reader.Value;
            }
            else
            {
                all = (all ?? new StringBuilder(first)).Append(_reader.Value);
            }
        }

        return all?.ToString() ?? first;
    }

    private string Markup(string leadingText, int depth)
    {
        var markup = new StringBuilder(SecurityElement.Escape(leadingText));
        for (; _reader.Depth > depth; Step())
        {
            _ = _reader.NodeType switch
            {
                XmlNodeType.Element => markup.Append('<').Append(_reader.LocalName).Append(_reader.IsEmptyElement ? "/>" : ">"),
                XmlNodeType.EndElement => markup.Append("</").Append(_reader.LocalName).Append('>'),
                _ => markup.Append(SecurityElement.Escape(_reader.Value)),
            };
        }

        return markup.ToString();
    }

    private void Step()
    {
        _reader.Read();
        if (_reader.Depth > MaxDepth)
        {
            throw UnreadableFeedException.TooDeep();
        }
    }
}
