using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>The words that a subscriber follows or has muted, looked for as whole words in any letter case.</summary>
internal static class WordFit
{
    // Beyond so much of a text a word is mentioned, not told about.
    private const int ReadCharacters = 20_000;

    /// <returns>The first followed word that one of the entries holds; null for none.</returns>
    public static string? Followed(Release release, Wishes wishes) =>
        wishes.Followed.FirstOrDefault(word => release.Entries.Any(entry => Holds(entry.Entry.Title, word) || Holds(entry.Entry.Summary, word) || Holds(entry.Entry.Content, word)));

    /// <returns>The first muted word that its title holds; null for none.</returns>
    public static string? Muted(Release release, Wishes wishes) =>
        wishes.Muted.FirstOrDefault(word => Holds(release.Lead.Entry.Title, word));

    private static bool Holds(string text, string word)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, ReadCharacters));
        for (var at = read.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            if (!IsLetter(read, at - 1) && !IsLetter(read, at + word.Length))
            {
                return true;
            }

            var next = read[(at + 1)..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsLetter(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
