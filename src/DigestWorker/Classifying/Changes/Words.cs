using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>The words of a line in plain form: no punctuation, "don't" and "cannot" in two words, letters as written.</summary>
internal static partial class Words
{
    private const int LongestShown = 20;

    private static readonly HashSet<string> Small = new(
        """
        a about after all also an and any are as at be been before being but by do each for from had has have her his how in into is it its
        more no of on or other our out over so some such than that the their them then there these they this those through to up was we were
        what when where which while who will with you your
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Of(string plain)
    {
        var words = new List<string>();
        foreach (var word in Word().EnumerateMatches(plain))
        {
            Add(words, plain.Substring(word.Index, word.Length).TrimEnd('.', ','));
        }

        // What is all punctuation, or a lone "n't", leaves nothing.
        words.RemoveAll(word => word.Length == 0);
        return words;
    }

    /// <summary>True for a word that carries meaning by itself.</summary>
    public static bool IsSubstantial(string word) => word.Length > 1 && !Small.Contains(word);

    /// <summary>Equal for two lines that differ in case and punctuation only.</summary>
    public static string Key(IEnumerable<string> words) => string.Join(' ', words).ToLowerInvariant();

    /// <summary>A line for the eye: at most so many words of a common length.</summary>
    public static string Shortened(string line, int most)
    {
        var words = line.Split(' ', most + 1);
        var end = Math.Min(words.Length > most ? line.Length - words[most].Length : line.Length, most * LongestShown);
        return end < line.Length ? line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd(' ', '.', ',', ';', ':') + "..." : line;
    }

    private static void Add(List<string> words, string word)
    {
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            words.AddRange([word[..3], "not"]);
        }
        else if (word.EndsWith("n't", StringComparison.OrdinalIgnoreCase))
        {
            words.AddRange([WithoutNot(word), "not"]);
        }
        else
        {
            words.Add(word);
        }
    }

    private static string WithoutNot(string word) => word.ToLowerInvariant() switch
    {
        "can't" => word[..^2],
        "won't" => "will",
        "shan't" => "shall",
        _ => word[..^3],
    };

    [GeneratedRegex(
        @"(?:https?://|www\.)\S+|[\w.+'-]{1,64}@[\w.-]+|£?\d+(?:[.,:/]\d+)*%?|\p{L}[\p{L}\p{M}\d]*(?:'\p{L}+)*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Pattern.Limit)]
    private static partial Regex Word();
}
