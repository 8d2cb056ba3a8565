using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DigestWorker.Matching;

/// <summary>The same words give the same hash.</summary>
internal static class ContentHash
{
    private const int ShortText = 40;
    private const int FewestWords = 8;

    /// <summary>What two sources that carry the same text share; short texts only together with their title.</summary>
    /// <returns>Null where there is too little text to call two entries the same.</returns>
    public static byte[]? Of(EntryWords words)
    {
        var count = Count(words.Text);
        return count >= ShortText ? Hash(words.Text)
            : count + Count(words.Title) >= FewestWords ? Hash($"{words.Title}\n{words.Text}")
            : null;
    }

    /// <summary>Tells one version of an entry from the next: its words, its day, what it is called, and whether it stands.</summary>
    public static byte[] OfVersion(EntryWords words) => Hash(string.Join('\n',
        words.Title,
        words.Summary,
        words.Content,
        words.Entry.Published?.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        words.Entry.DocumentType,
        words.Entry.Withdrawn,
        words.Entry.Announcement));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static int Count(string words) => words.Length == 0 ? 0 : words.AsSpan().Count(' ') + 1;
}
