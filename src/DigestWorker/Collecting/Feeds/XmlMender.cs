using System.Text;
using System.Xml;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Rewrites a document that is not well-formed, reading it with the patience of a browser; only a cut one stays broken.</summary>
internal sealed class XmlMender
{
    private const int MostAttributes = 100;

    private static readonly HashSet<string> NeverClosed = ["br", "hr", "img", "input", "wbr"];

    /// <summary>What entries stand in; whatever else is open when one begins was left open by mistake.</summary>
    private static readonly HashSet<string> Containers = ["rss", "rdf:rdf", "channel", "items", "feed"];

    private readonly StringBuilder _mended = new();
    private readonly List<string> _open = [];
    private readonly HashSet<string> _prefixes = [];
    private string? _lastClosed;

    private XmlMender()
    {
    }

    /// <returns>The document, element names in lower case, and the prefixes that it uses.</returns>
    public static (string Xml, IReadOnlyCollection<string> Prefixes) Mend(string xml)
    {
        var mender = new XmlMender();
        mender.Rewrite(XmlText.WithoutSections(xml));
        return (mender._mended.ToString(), mender._prefixes);
    }

    private void Rewrite(string xml)
    {
        using var source = new TextSource(new StringTextSource(xml));
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            DisableElementPositionTracking = true,
            IsNotConsumingCharacterReferences = true,
            IsPreservingAttributeNames = true,
            SkipComments = true,
        };
        while (Rewrite(ref tokens.GetStructToken()))
        {
        }
    }

    /// <returns>False when the root is closed: what stands behind it is no part of the document.</returns>
    private bool Rewrite(ref StructHtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.EndOfFile:
                End();
                break;
            case HtmlTokenType.Character:
                _mended.Append(XmlText.Escaped(token.Data.ToString()));
                break;
            case HtmlTokenType.StartTag:
                Open(ref token);
                break;
            case HtmlTokenType.EndTag:
                Close(Name(token.Name.ToString()));
                break;
        }

        return _open.Count > 0;
    }

    /// <summary>Where all that is missing is the end of the root after a closed channel, nothing is lost.</summary>
    private void End()
    {
        if (_open is ["rss"] && _lastClosed is "channel")
        {
            CloseFrom(0);
            return;
        }

        throw new UnreadableFeedException(_open.Count > 0
            ? $"it is cut off: it ends inside <{_open[^1]}>, before its root <{_open[0]}> is closed"
            : "it is cut off: it ends inside its first tag");
    }

    private void Open(ref StructHtmlToken token)
    {
        var name = Name(token.Name.ToString());
        if (name is "item" or "entry")
        {
            CloseFrom(_open.FindLastIndex(Containers.Contains) + 1);
        }

        _mended.Append('<').Append(name);
        Attributes(token.Attributes);
        if (token.IsSelfClosing || NeverClosed.Contains(name))
        {
            _mended.Append("/>");
            return;
        }

        _mended.Append('>');
        _open.Add(name);
        if (_open.Count > XmlWalk.MaxDepth)
        {
            throw UnreadableFeedException.TooDeep();
        }
    }

    private void Attributes(StructAttributes attributes)
    {
        var names = new HashSet<string>();
        for (var index = 0; index < Math.Min(attributes.Count, MostAttributes); index++)
        {
            var (name, value) = (AttributeName(attributes[index].Name.ToString()), attributes[index].Value.ToString());
            var isEmptyDeclaration = value.Length == 0 && name.StartsWith("xmlns:", StringComparison.Ordinal);
            if (!isEmptyDeclaration && names.Add(name))
            {
                _mended.Append(' ').Append(name).Append("=\"").Append(XmlText.Escaped(value)).Append('"');
            }
        }
    }

    private void Close(string name)
    {
        if (_open.LastIndexOf(name) is >= 0 and var index)
        {
            CloseFrom(index);
        }
    }

    private void CloseFrom(int index)
    {
        while (_open.Count > index)
        {
            _lastClosed = _open[^1];
            _mended.Append("</").Append(_lastClosed).Append('>');
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private string AttributeName(string written) => Name(written.Contains(':', StringComparison.Ordinal) ? written.ToLowerInvariant() : written);

    private string Name(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == written.Length - 1)
        {
            return XmlConvert.EncodeLocalName(written)!;
        }

        var prefix = XmlConvert.EncodeLocalName(written[..colon])!;
        if (prefix is not ("xml" or "xmlns"))
        {
            _prefixes.Add(prefix);
        }

        return $"{prefix}:{XmlConvert.EncodeLocalName(written[(colon + 1)..])}";
    }
}
