using System.Globalization;

namespace DigestWorker.Classifying;

/// <summary>Walks over the words of a text, each folded: lower case, plain apostrophe, singular, British spelling.</summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Longer runs of letters are no words of any language that we match.</summary>
    public const int LongestWord = 40;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int position;
    private int length;

    public int Start { get; private set; }

    public readonly int End => position;

    /// <summary>True when a sentence, line or clause ended before this word.</summary>
    public bool AfterStop { get; private set; }

    public readonly ReadOnlySpan<char> Word => WordForm.Fold(buffer[..length]);

    public bool Next()
    {
        SkipToWord();
        Start = position;
        length = 0;
        while (position < text.Length && IsOfWord(text[position]))
        {
            Take(text[position++]);
        }

        return position > Start;
    }

    private void SkipToWord()
    {
        AfterStop = false;
        while (position < text.Length && !char.IsLetterOrDigit(text[position]))
        {
            AfterStop |= text[position] is '.' or '!' or '?' or ';' or ':' or '\n' or '|' or '•';
            position++;
        }
    }

    private void Take(char letter)
    {
        if (length < Math.Min(buffer.Length, LongestWord) && !IsInvisible(letter))
        {
            buffer[length++] = letter is '\u2019' or '\u02BC' ? '\'' : char.ToLowerInvariant(letter);
        }
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '\'' or '\u2019' or '\u02BC' || (letter > 127 && IsInvisible(letter));

    private static bool IsInvisible(char letter) => letter > 127 && CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
