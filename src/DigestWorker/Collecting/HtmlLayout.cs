namespace DigestWorker.Collecting;

/// <summary>Lays out the text of an HTML document as its elements open and close.</summary>
internal sealed class HtmlLayout(int likelyLength) : IDisposable
{
    private readonly PlainText _text = new(likelyLength);
    private int _lists;
    private bool _inListLine;

    public void Append(ReadOnlySpan<char> characters) => _text.Append(characters);

    public void AppendEven(ReadOnlySpan<char> characters) => _text.AppendEven(characters);

    public void Open(HtmlRole role)
    {
        switch (role)
        {
            case HtmlRole.List:
                _lists++;
                break;
            case HtmlRole.ListLine:
                _text.BeginListLine(first: !_inListLine);
                _inListLine = true;
                break;
            default:
                Break(role);
                break;
        }
    }

    public void Close(HtmlRole role)
    {
        switch (role)
        {
            case HtmlRole.List:
                _lists = Math.Max(_lists - 1, 0);
                EndListLine();
                break;
            case HtmlRole.ListLine:
                _text.EndListLine();
                _text.Break(Gap.Line);
                break;
            default:
                Break(role);
                break;
        }
    }

    public override string ToString() => _text.ToString();

    public void Dispose() => _text.Dispose();

    private void EndListLine()
    {
        _text.EndListLine();
        _inListLine &= _lists > 0;
        _text.Break(_inListLine ? Gap.Line : Gap.Paragraph);
    }

    private void Break(HtmlRole role) => _text.Break(role switch
    {
        HtmlRole.Paragraph when !_inListLine => Gap.Paragraph,
        HtmlRole.Paragraph or HtmlRole.Line => Gap.Line,
        HtmlRole.Cell => Gap.Cell,
        _ => Gap.None,
    });
}
