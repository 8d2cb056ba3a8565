using System.Buffers;
using System.Globalization;
using System.Text;

namespace DigestWorker.Collecting;

internal enum Gap
{
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

/// <summary>Collects running text: white space folds, characters that cannot be seen go, a break waits for the text after it.</summary>
internal sealed class PlainText(int likelyLength)
{
    private static readonly SearchValues<char> Unwanted =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsUnwanted)]);

    private readonly StringBuilder _text = new(likelyLength);
    private Gap _gap;
    private bool _opensListLine;

    /// <summary>Text without markup as paragraphs: a blank line is kept, every other white space folds.</summary>
    public static string Of(string raw)
    {
        if (IsPlain(raw))
        {
            return raw;
        }

        var plain = new PlainText(raw.Length);
        foreach (var line in raw.AsSpan().EnumerateLines())
        {
            plain.Append(line);
            plain.Break(line.IsWhiteSpace() ? Gap.Paragraph : Gap.Space);
        }

        return plain.ToString();
    }

    public void Append(ReadOnlySpan<char> piece)
    {
        while (piece.IndexOfAny(Unwanted) is >= 0 and var stop)
        {
            AppendVisible(piece[..stop]);
            AppendUnusual(piece[stop]);
            piece = piece[(stop + 1)..];
        }

        AppendVisible(piece);
    }

    public void Break(Gap atLeast)
    {
        if (atLeast > _gap && !_opensListLine)
        {
            _gap = atLeast;
        }
    }

    /// <summary>The next text begins a list line; without text, no line appears.</summary>
    public void BeginListLine(bool first)
    {
        _gap = first ? Gap.Paragraph : Gap.Line;
        _opensListLine = true;
    }

    /// <summary>Forgets a list line to which no text came.</summary>
    public void EndListLine() => _opensListLine = false;

    public override string ToString() => _text.ToString();

    private void AppendVisible(ReadOnlySpan<char> piece)
    {
        while (piece.IndexOf("  ", StringComparison.Ordinal) is >= 0 and var twoSpaces)
        {
            AppendFolded(piece[..(twoSpaces + 1)]);
            piece = piece[(twoSpaces + 1)..].TrimStart(' ');
        }

        AppendFolded(piece);
    }

    private void AppendFolded(ReadOnlySpan<char> piece)
    {
        if (piece is [' ', ..])
        {
            Break(Gap.Space);
        }

        if (piece.Trim(' ') is { IsEmpty: false } words)
        {
            CloseGap();
            _text.Append(words);
            if (piece is [.., ' '])
            {
                Break(Gap.Space);
            }
        }
    }

    /// <summary>A control character above ASCII is a letter of Windows-1252 that lost its encoding on the way.</summary>
    private void AppendUnusual(char character)
    {
        if (character is >= '\u0080' and <= '\u009F'
            && DeclaredEncoding.Fallback.GetString([(byte)character]) is [var meant]
            && !char.IsControl(meant))
        {
            CloseGap();
            _text.Append(meant);
        }
        else if (char.IsWhiteSpace(character))
        {
            Break(Gap.Space);
        }
    }

    private void CloseGap()
    {
        if (_gap is not Gap.None && _text.Length > 0)
        {
            _text.Append(_gap switch { Gap.Space => " ", Gap.Cell => " | ", Gap.Line => "\n", _ => "\n\n" });
        }

        if (_opensListLine)
        {
            _text.Append("- ");
        }

        _gap = Gap.None;
        _opensListLine = false;
    }

    private static bool IsPlain(string raw) =>
        !raw.AsSpan().ContainsAny(Unwanted)
        && !raw.Contains("  ", StringComparison.Ordinal)
        && !raw.StartsWith(' ')
        && !raw.EndsWith(' ');

    /// <summary>U+E000 and U+E001 mark the places of personal lines in a digest, so no text of a source may hold them.</summary>
    private static bool IsUnwanted(char character) =>
        (char.IsWhiteSpace(character) && character is not ' ')
        || character is '\uE000' or '\uE001'
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;
}
