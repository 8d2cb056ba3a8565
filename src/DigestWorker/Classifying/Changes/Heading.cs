namespace DigestWorker.Classifying.Changes;

/// <summary>Plain text has lost its tags: a heading is a short paragraph of one line that ends without a stop.</summary>
internal static class Heading
{
    private const int LongestText = 90;
    private const int MostWords = 12;

    public static bool Is(string line) =>
        line.Length <= LongestText
        && (char.IsUpper(line[0]) || char.IsDigit(line[0]))
        && line[^1] is not ('.' or '!' or ':' or ';' or ',')
        && !line.Contains(" | ", StringComparison.Ordinal)
        && line.Any(char.IsLetter)
        && line.Count(sign => sign == ' ') < MostWords
        && Contacts.Of(line).Count == 0;
}
