using System.Globalization;

namespace DigestWorker.Classifying;

/// <summary>Walks over the words of a text, each folded: lower case, plain apostrophe, singular, British spelling.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Longer runs of letters are no words of any language that we match.</summary>
    public const int LongestWord = 40;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private int _position;
    private int _length;

    public int Start { get; private set; }

    public readonly int End => _position;

    /// <summary>True when a sentence, line or clause ended before this word.</summary>
    public bool AfterStop { get; private set; }

    public readonly ReadOnlySpan<char> Word => WordForm.Fold(_buffer[.._length]);

    public bool Next()
    {
        SkipToWord();
        Start = _position;
        _length = 0;
        while (_position < _text.Length && IsOfWord(_text[_position]))
        {
            Take(_text[_position++]);
        }

        return _position > Start;
    }

    private void SkipToWord()
    {
        AfterStop = false;
        while (_position < _text.Length && !char.IsLetterOrDigit(_text[_position]))
        {
            AfterStop |= _text[_position] is '.' or '!' or '?' or ';' or ':' or '\n' or '|' or '•';
            _position++;
        }
    }

    private void Take(char letter)
    {
        if (_length < Math.Min(_buffer.Length, LongestWord) && !IsInvisible(letter))
        {
            _buffer[_length++] = letter is '\u2019' or '\u02BC' ? '\'' : char.ToLowerInvariant(letter);
        }
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '\'' or '\u2019' or '\u02BC' || (letter > 127 && IsInvisible(letter));

    private static bool IsInvisible(char letter) => letter > 127 && CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
