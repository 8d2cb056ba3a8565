using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace DigestWorker.Collecting;

/// <summary>Reads any HTML as a browser would split it into tags and text.</summary>
internal static class HtmlTokens
{
    public static HtmlLayout Read(string html)
    {
        var layout = new HtmlLayout(html.Length);
        using var source = new TextSource(new StringTextSource(html));
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended)
        {
            DisableElementPositionTracking = true,
            IsAcceptingCharacterData = true,
            ShouldEmitAttribute = static (ref _, _) => false,
            SkipComments = true,
        };
        while (Next(tokens, layout))
        {
        }

        return layout;
    }

    private static bool Next(HtmlTokenizer tokens, HtmlLayout layout)
    {
        ref var token = ref tokens.GetStructToken();
        switch (token.Type)
        {
            case HtmlTokenType.Character:
                layout.Append(token.Data.Memory.Span);
                break;
            case HtmlTokenType.StartTag when HtmlRoles.Of(token.Name.Memory.Span) is var role:
                layout.Open(role);
                SkipUnread(tokens, token, role);
                break;
            case HtmlTokenType.EndTag:
                layout.Close(HtmlRoles.Of(token.Name.Memory.Span));
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
}
