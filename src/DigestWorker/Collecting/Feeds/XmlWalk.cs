using System.Buffers;
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

    private char[] _text = ArrayPool<char>.Shared.Rent(4096);
    private int _length;

    // The reader gives the same name as the same object, and most elements are of the same vocabulary.
    private (string? Address, string? Prefix, Vocabulary Vocabulary) _known;

    public XmlWalk(TextReader xml, IEnumerable<string> undeclaredPrefixes)
    {
        _reader = XmlReader.Create(xml, Settings, Vocabularies.Context(undeclaredPrefixes));
        _reader.MoveToContent();
    }

    public string Name => _reader.LocalName;

    public Vocabulary Vocabulary
    {
        get
        {
            if ((_reader.NamespaceURI, _reader.Prefix) is var (address, prefix)
                && !(ReferenceEquals(address, _known.Address) && ReferenceEquals(prefix, _known.Prefix)))
            {
                _known = (address, prefix, Vocabularies.Of(_reader));
            }

            return _known.Vocabulary;
        }
    }

    public string? Attribute(string name) => _reader.HasAttributes ? _reader.GetAttribute(name) : null;

    public string? RdfAttribute(string name) => _reader.HasAttributes ? _reader.GetAttribute(name, Vocabularies.Rdf) : null;

    /// <summary>What relative links in this element count from.</summary>
    public Uri BaseWithin(Uri outer) =>
        Attribute("xml:base") is { } inner && Uri.TryCreate(outer, inner.Trim(), out var result) ? result : outer;

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

    /// <summary>Everything inside the element, to be used before the walk goes on. Child elements make it markup, in which text is escaped.</summary>
    public XmlContent Content()
    {
        if (_reader.IsEmptyElement)
        {
            return default;
        }

        var depth = _reader.Depth;
        Step();
        _length = 0;
        for (; _reader.Depth > depth && _reader.NodeType is not XmlNodeType.Element; Step())
        {
            AddValue();
        }

        var text = _text.AsSpan(0, _length);
        return _reader.Depth > depth ? new(Markup(text.ToString(), depth), isMarkup: true) : new(text, isMarkup: false);
    }

    public void Dispose()
    {
        _reader.Dispose();
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
    }

    // Most texts are read on into plain text at once, so no string is made of what the feed wrote.
    private void AddValue()
    {
        while (_reader.ReadValueChunk(_text, _length, _text.Length - _length) is > 0 and var count)
        {
            _length += count;
            if (_length == _text.Length)
            {
                var longer = ArrayPool<char>.Shared.Rent(2 * _length);
                _text.CopyTo(longer, 0);
                ArrayPool<char>.Shared.Return(_text);
                _text = longer;
            }
        }
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
