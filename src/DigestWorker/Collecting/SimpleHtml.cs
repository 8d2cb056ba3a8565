using System.Net;
using System.Runtime.CompilerServices;

namespace DigestWorker.Collecting;

/// <summary>Reads the HTML that most feeds hold ten times as fast as a tokenizer, and gives up on anything unusual.</summary>
internal static class SimpleHtml
{
    private const int LongestReference = 12;

    /// <returns>Null where the text needs a tokenizer.</returns>
    // Inlined into its caller, the compiler would have had enough before it comes to what is called for every tag.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static HtmlLayout? TryRead(ReadOnlySpan<char> html)
    {
        var layout = new HtmlLayout(html.Length);
        // Asked once of the whole, since most tags have little text between them.
        var isEven = PlainText.IsEven(html);
        while (html.IndexOfAny('<', '&') is >= 0 and var next)
        {
            if (next > 0)
            {
                Text(html[..next], layout, isEven);
                html = html[next..];
            }

            var length = html[0] == '<' ? Tag(html, layout) : Reference(html, layout);
            if (length == 0)
            {
                return null;
            }

            html = html[length..];
        }

        Text(html, layout, isEven);
        return layout;
    }

    private static void Text(ReadOnlySpan<char> text, HtmlLayout layout, bool isEven)
    {
        if (isEven)
        {
            layout.AppendEven(text);
        }
        else
        {
            layout.Append(text);
        }
    }

    /// <returns>The length of the tag; zero for what may be none, or may end further on, or hides what is in it.</returns>
    private static int Tag(ReadOnlySpan<char> html, HtmlLayout layout)
    {
        var closes = html is [_, '/', ..];
        var name = NameAt(html[(closes ? 2 : 1)..]);
        var rest = html[((closes ? 2 : 1) + name.Length)..];
        var end = rest is ['>', ..] ? 0 : rest.IndexOf('>');
        if (end < 0 || !IsSimple(name, rest[..end]))
        {
            return 0;
        }

        var role = HtmlRoles.Of(name);
        if (closes)
        {
            layout.Close(role);
        }
        else
        {
            layout.Open(role);
        }

        return role is HtmlRole.Unread ? 0 : html.Length - rest.Length + end + 1;
    }

    // Most are so short that looking at letter after letter is quicker than a search.
    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && (char.IsAsciiLetterLower(tag[length]) || char.IsAsciiDigit(tag[length])))
        {
            length++;
        }

        return tag[..length];
    }

    private static bool IsSimple(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes) =>
        name is [>= 'a', ..]
        && (attributes.IsEmpty || (attributes is [' ' or '/', ..] && !attributes.ContainsAny('<', '\'') && attributes.Count('"') % 2 == 0));

    private static int Reference(ReadOnlySpan<char> html, HtmlLayout layout)
    {
        if (html is ['&', ' ', ..])
        {
            layout.Append("&");
            return 1;
        }

        var end = html[..Math.Min(html.Length, LongestReference)].IndexOf(';');
        var written = html[..(end + 1)].ToString();
        var meant = WebUtility.HtmlDecode(written);
        if (meant == written)
        {
            return 0;
        }

        layout.Append(meant);
        return written.Length;
    }
}
