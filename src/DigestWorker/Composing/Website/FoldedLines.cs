using System.Text;

namespace DigestWorker.Composing.Website;

/// <summary>Lines of a calendar cut to 75 octets of UTF-8 (RFC 5545, 3.1), never within a character.</summary>
internal static class FoldedLines
{
    private const int Longest = 75;
    private const string Break = "\r\n ";

    /// <param name="calendar">Folded or not.</param>
    public static string Of(string calendar)
    {
        var folded = new StringBuilder(calendar.Length + (calendar.Length / Longest * Break.Length));
        foreach (var line in calendar.Replace(Break, "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Append(folded, line);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                folded.Append(Break);
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        folded.Append("\r\n");
    }
}
