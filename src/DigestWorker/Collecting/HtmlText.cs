using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace DigestWorker.Collecting;

/// <summary>HTML as plain text, read token by token: no tree is built, so no nesting is too deep.</summary>
internal sealed class HtmlText
{
    private readonly PlainText text = new();
    private int lists;
    private bool inListLine;

    private HtmlText()
    {
    }

    /// <summary>Paragraphs separated by a blank line, list lines begin with "- ", cells of a table row have " | " between them.</summary>
    public static string Of(string html)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            return PlainText.Of(html);
        }

        var reading = new HtmlText();
        reading.Read(html);
        return reading.text.ToString();
    }

    private void Read(string html)
    {
        using var source = new TextSource(new StringTextSource(html));
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            DisableElementPositionTracking = true,
            IsAcceptingCharacterData = true,
            ShouldEmitAttribute = static (ref _, _) => false,
            SkipComments = true,
        };
        while (Next(tokens))
        {
        }
    }

    private bool Next(HtmlTokenizer tokens)
    {
        ref var token = ref tokens.GetStructToken();
        switch (token.Type)
        {
            case HtmlTokenType.Character:
                text.Append(token.Data.Memory.Span);
                break;
            case HtmlTokenType.StartTag when HtmlRoles.Of(token.Name.Memory.Span) is var role:
                Open(role);
                SkipUnread(tokens, token, role);
                break;
            case HtmlTokenType.EndTag:
                Close(HtmlRoles.Of(token.Name.Memory.Span));
                break;
        }

        return token.Type is not HtmlTokenType.EndOfFile;
    }

    private static void SkipUnread(HtmlTokenizer tokens, in StructHtmlToken opening, HtmlRole role)
    {
        if (role is HtmlRole.Unread && !opening.IsSelfClosing)
        {
            var name = opening.Name.ToString();
            tokens.State = HtmlRoles.ModeOf(name);
            SkipTo(tokens, name);
        }
    }

    private static void SkipTo(HtmlTokenizer tokens, string name)
    {
        for (var depth = 1; depth > 0;)
        {
            ref var token = ref tokens.GetStructToken();
            depth += token.Type switch
            {
                HtmlTokenType.EndOfFile => -depth,
                HtmlTokenType.StartTag when token.Name == name && !token.IsSelfClosing => 1,
                HtmlTokenType.EndTag when token.Name == name => -1,
                _ => 0,
            };
        }
    }

    private void Open(HtmlRole role)
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

    private void Close(HtmlRole role)
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
