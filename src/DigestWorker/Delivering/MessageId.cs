using System.Security.Cryptography;
using System.Text;
using DigestWorker.Domain;

namespace DigestWorker.Delivering;

/// <summary>Names a digest for ever: every try of the same edition and subscriber has the same id, so that copies can be recognised.</summary>
internal static class MessageId
{
    private const int HashBytes = 16;

    /// <param name="subscriber">What stays the same at every try: the normalised address. Its hash alone stands in the id.</param>
    /// <param name="domain">The sender's.</param>
    public static string For(EditionWeek week, string subscriber, string domain) =>
        $"{week}-{Hash($"{week}/{subscriber}", HashBytes)}@{EmailAddress.AsciiDomain(domain) ?? "localhost.localdomain"}";

    /// <summary>Only characters that every mail program takes for part of an id.</summary>
    public static string Clean(string messageId) =>
        string.Concat(messageId.Select(letter => IsSafe(letter) || letter == '@' ? letter : '_'));

    /// <summary>The part before the @ as a file name; an id that had to be changed for it gets a hash, so that two never share one.</summary>
    public static string FileName(string messageId)
    {
        const int longest = 100;
        var left = messageId[..Math.Max(0, messageId.LastIndexOf('@'))];
        return left.Length is > 0 and <= longest && left.All(IsSafe) && left[0] != '.'
            ? left
            : $"message-{Hash(messageId, HashBytes)}";
    }

    public static string Hash(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '+' or '=';
}
