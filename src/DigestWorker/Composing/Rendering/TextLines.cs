using System.Text;

namespace DigestWorker.Composing.Rendering;

/// <summary>The lines of the plain-text part: none longer than 78 characters but a link's own.</summary>
internal static class TextLines
{
    private const int Width = 72;

    /// <summary>Fills lines with the words of a text; the first begins with one indent, the others with the other.</summary>
    public static string Wrap(string text, string first, string rest)
    {
        var lines = new StringBuilder();
        var line = new StringBuilder(first);
        var indent = first.Length;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, Width - rest.Length)))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > Width)
            {
                lines.Append(line).Append('\n');
                line.Clear().Append(rest);
                indent = rest.Length;
            }

            line.Append(line.Length > indent ? " " : "").Append(word);
        }

        return lines.Append(line).Append('\n').ToString();
    }

    /// <summary>No spaces at line ends, no two blank lines in a row, one newline at the end.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder();
        var blank = true;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0 || !blank)
            {
                tidy.Append(line).Append('\n');
            }

            blank = line.Length == 0;
        }

        return tidy.ToString().TrimEnd('\n') + '\n';
    }

    /// <summary>A word longer than a line is broken, but never within a character that takes two.</summary>
    private static IEnumerable<string> Pieces(string word, int longest)
    {
        var start = 0;
        while (word.Length - start > longest)
        {
            var end = char.IsHighSurrogate(word[start + longest - 1]) ? start + longest - 1 : start + longest;
            yield return word[start..end];
            start = end;
        }

        yield return word[start..];
    }
}
