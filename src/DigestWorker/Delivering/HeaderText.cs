using System.Buffers;
using System.Text;

namespace DigestWorker.Delivering;

/// <summary>Makes any text fit for a header: a list of tokens without spaces, between which the header may be folded.</summary>
internal static class HeaderText
{
    private const int MaxLine = 998;
    private const string AtomPunctuation = "!#$%&'*+-/=?^_`{|}~";

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 256).Select(at => (char)at).Where(char.IsControl)]);

    /// <summary>Control characters count as spaces, and several spaces as one, so a value can neither end nor start a header.</summary>
    public static string Clean(string value)
    {
        if (IsClean(value))
        {
            return value;
        }

        var spaced = string.Create(value.Length, value, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
        return string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Free text, such as a subject.</summary>
    public static IEnumerable<string> Unstructured(string value)
    {
        var text = Clean(value);
        return IsPlain(text) ? text.Split(' ') : EncodedWord.Encode(text);
    }

    /// <summary>A display name, where only atoms, quoted strings and encoded words may stand.</summary>
    public static IEnumerable<string> Phrase(string value)
    {
        var text = Clean(value);
        var written = text.All(IsAtomOrSpace) ? text : Quoted(text);
        return IsPlain(written) ? written.Split(' ') : EncodedWord.Encode(text);
    }

    /// <summary>A value that has a syntax of its own and is kept as it is, unless that would break the header.</summary>
    public static IEnumerable<string> Structured(string value)
    {
        var text = Clean(value);
        return Ascii.IsValid(text) && LongestWord(text) < MaxLine - EncodedWord.MaxLength ? text.Split(' ') : EncodedWord.Encode(text);
    }

    // A reader would decode "=?" in plain text.
    private static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal) && LongestWord(text) <= EncodedWord.MaxLength;

    private static bool IsClean(ReadOnlySpan<char> value) =>
        value is not ([' ', ..] or [.., ' ']) && !value.Contains("  ", StringComparison.Ordinal) && !value.ContainsAny(Controls);

    private static int LongestWord(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in text.Split(' '))
        {
            longest = Math.Max(longest, word.End.Value - word.Start.Value);
        }

        return longest;
    }

    private static bool IsAtomOrSpace(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter == ' ' || AtomPunctuation.Contains(letter, StringComparison.Ordinal);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
