using System.Text;

namespace DigestWorker.Pipeline.People;

/// <summary>The lines of a mail that say whom it is for, or whom another did not reach. A sender's address stands in every mail; in these lines in few.</summary>
internal static class RecipientLines
{
    public static readonly string[] Sent = ["To:"];

    /// <summary>Whatever comes back is for the mailbox that takes it.</summary>
    public static readonly string[] Returned = ["Final-Recipient:", "Original-Recipient:", "Original-Rcpt-To:", "X-Failed-Recipients:"];

    public static byte[] Of(byte[] mail, string[] fields)
    {
        // A folded line goes on with a space (RFC 5322 2.2.3).
        var lines = Encoding.Latin1.GetString(mail).ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');
        return Encoding.Latin1.GetBytes(string.Join('\n', lines.Where(line => fields.Any(field => line.StartsWith(field, StringComparison.OrdinalIgnoreCase)))));
    }
}
