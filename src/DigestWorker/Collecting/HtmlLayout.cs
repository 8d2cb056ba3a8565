namespace DigestWorker.Collecting;

/// <summary>Lays out the text of an HTML document as its elements open and close.</summary>
internal sealed class HtmlLayout
{
    private readonly PlainText text = new();
    private int lists;
    private bool inListLine;

    public void Append(ReadOnlySpan<char> characters) => text.Append(characters);

    public void Open(HtmlRole role)
    {
        switch (role)
        {
            case HtmlRole.List:
                lists++;
                break;
            case HtmlRole.ListLine:
                text.BeginListLine(first: !inListLine);
                inListLine = true;
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
                lists = Math.Max(lists - 1, 0);
                EndListLine();
                break;
            case HtmlRole.ListLine:
                text.EndListLine();
                text.Break(Gap.Line);
                break;
            default:
                Break(role);
                break;
        }
    }

    public override string ToString() => text.ToString();

    private void EndListLine()
    {
        text.EndListLine();
        inListLine &= lists > 0;
        text.Break(inListLine ? Gap.Line : Gap.Paragraph);
    }

    private void Break(HtmlRole role) => text.Break(role switch
    {
        HtmlRole.Paragraph when !inListLine => Gap.Paragraph,
        HtmlRole.Paragraph or HtmlRole.Line => Gap.Line,
        HtmlRole.Cell => Gap.Cell,
        _ => Gap.None,
    });
}
