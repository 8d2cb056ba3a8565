using System.Text;

namespace DigestWorker.Tests.Support;

/// <summary>Which mails a server has taken.</summary>
internal static class MessageIds
{
    public static string[] Of(IEnumerable<byte[]> messages) =>
        [.. messages.Select(message => Encoding.ASCII.GetString(message).Split("\r\n").First(line => line.StartsWith("Message-ID:", StringComparison.Ordinal)))];
}
