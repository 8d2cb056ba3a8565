using System.Globalization;
using System.Text;

namespace DigestWorker.Delivering.Pickup;

/// <summary>What the index tells of one <c>.eml</c>; empty where its header does not say.</summary>
internal sealed record PickupFile(string Name, string Subject, string Recipient, DateTimeOffset? Date, long Size)
{
    private const int LongestHeader = 64 * 1024;

    /// <returns>Null where it cannot be read: whatever sends these mails takes them away meanwhile.</returns>
    public static PickupFile? TryRead(FileInfo file)
    {
        try
        {
            return Read(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static PickupFile Read(FileInfo file)
    {
        var header = Unfold(Head(file));
        var date = Value(header, "Date");
        return new PickupFile(
            file.Name,
            EncodedWord.Decode(Value(header, "Subject")),
            EncodedWord.Decode(Value(header, "To")),
            DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
            file.Length);
    }

    private static string Head(FileInfo file)
    {
        using var stream = file.OpenRead();
        var buffer = new byte[LongestHeader];
        var text = Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    private static string Unfold(string header) =>
        header.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);

    private static string Value(string header, string name) =>
        header.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";
}
