using System.Buffers;
using System.Globalization;

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
internal sealed class PlainText(int likelyLength) : IDisposable
{
    private static readonly SearchValues<char> Unwanted =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsUnwanted)]);

    private char[] _text = ArrayPool<char>.Shared.Rent(likelyLength);
    private int _length;
    private Gap _gap;
    private bool _opensListLine;

    /// <summary>Text without markup as paragraphs: a blank line is kept, every other white space folds.</summary>
    public static string Of(string raw) => IsPlain(raw) ? raw : Folded(raw);

    public static string Of(ReadOnlySpan<char> raw) => IsPlain(raw) ? raw.ToString() : Folded(raw);

    /// <summary>True where nothing inside it has to go or to fold.</summary>
    public static bool IsEven(ReadOnlySpan<char> text) => !text.ContainsAny(Unwanted) && text.IndexOf("  ") < 0;

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

    /// <param name="piece">Of even text; a space at its ends still parts it from its neighbours, and folds with theirs.</param>
    public void AppendEven(ReadOnlySpan<char> piece)
    {
        if (piece is [' ', ..])
        {
            Break(Gap.Space);
        }

        if (piece.Trim(' ') is { IsEmpty: false } words)
        {
            CloseGap();
            Add(words);
            if (piece is [.., ' '])
            {
                Break(Gap.Space);
            }
        }
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

    public override string ToString() => new(_text, 0, _length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        (_text, _length) = ([], 0);
    }

    private static string Folded(ReadOnlySpan<char> raw)
    {
        using var plain = new PlainText(raw.Length);
        foreach (var line in raw.EnumerateLines())
        {
            plain.Append(line);
            plain.Break(line.IsWhiteSpace() ? Gap.Paragraph : Gap.Space);
        }

        return plain.ToString();
    }

    private void AppendVisible(ReadOnlySpan<char> piece)
    {
        while (piece.IndexOf("  ") is >= 0 and var twoSpaces)
        {
            AppendEven(piece[..(twoSpaces + 1)]);
            piece = piece[(twoSpaces + 1)..].TrimStart(' ');
        }

        AppendEven(piece);
    }

    /// <summary>A control character above ASCII is a letter of Windows-1252 that lost its encoding on the way.</summary>
    private void AppendUnusual(char character)
    {
        if (character is >= '\u0080' and <= '\u009F'
            && DeclaredEncoding.Fallback.GetString([(byte)character]) is [var meant]
            && !char.IsControl(meant))
        {
            CloseGap();
            Add([meant]);
        }
        else if (char.IsWhiteSpace(character))
        {
            Break(Gap.Space);
        }
    }

    private void CloseGap()
    {
        if (_gap is not Gap.None && _length > 0)
        {
            Add(_gap switch { Gap.Space => " ", Gap.Cell => " | ", Gap.Line => "\n", _ => "\n\n" });
        }

        if (_opensListLine)
        {
            Add("- ");
        }

        _gap = Gap.None;
        _opensListLine = false;
    }

    private void Add(ReadOnlySpan<char> characters)
    {
        if (_length + characters.Length > _text.Length)
        {
            var longer = ArrayPool<char>.Shared.Rent(2 * (_length + characters.Length));
            _text.AsSpan(0, _length).CopyTo(longer);
            ArrayPool<char>.Shared.Return(_text);
            _text = longer;
        }

        characters.CopyTo(_text.AsSpan(_length));
        _length += characters.Length;
    }

    private static bool IsPlain(ReadOnlySpan<char> raw) =>
        IsEven(raw)
        && raw is not ([' ', ..] or [.., ' ']);

    /// <summary>U+E000 and U+E001 mark the places of personal lines in a digest, so no text of a source may hold them.</summary>
    private static bool IsUnwanted(char character) =>
        (char.IsWhiteSpace(character) && character is not ' ')
        || character is '\uE000' or '\uE001'
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;
}
