namespace DigestWorker.Domain;

/// <summary>Cuts English into its sentences; the end of a line ends one, since a heading or a line of a list has no full stop.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "Rt", "Hon", "No", "Nos", "vs", "v", "cf", "e.g", "i.e", "approx", "ca",
        "para", "paras", "p", "pp", "ch", "fig", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
    };

    public static IEnumerable<string> Of(string line)
    {
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\n' || (char.IsWhiteSpace(line[at]) && EndsBefore(line.AsSpan(start, at - start)) && BeginsAfter(line.AsSpan(at + 1))))
            {
                if (at > start)
                {
                    yield return line[start..at];
                }

                start = at + 1;
            }
        }

        if (start < line.Length)
        {
            yield return line[start..];
        }
    }

    private static bool EndsBefore(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd("\"'”’)]");
        if (end.IsEmpty || end[^1] is not ('.' or '!' or '?'))
        {
            return false;
        }

        var word = end[(end.LastIndexOf(' ') + 1)..^1].TrimStart("\"'“‘([");
        return end[^1] != '.' || !(IsInitial(word) || Abbreviations.Contains(word.ToString()));
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 && char.IsAsciiLetterUpper(word[0]);

    private static bool BeginsAfter(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '"' or '“' or '‘' or '\'' or '(' or '[' or '£');
}
