using System.Text;
using System.Text.Json;

namespace DigestWorker.Settings.Reading;

/// <summary>Says in words where a text stops being JSON.</summary>
internal static class JsonFault
{
    public static string Words(string text, JsonException exception)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "is empty; write { } at least";
        }

        var line = (int)(exception.LineNumber ?? 0);
        var column = Column(text.Split('\n').ElementAtOrDefault(line) ?? "", (int)(exception.BytePositionInLine ?? 0));
        return $"is not JSON from line {line + 1}, column {column} on: {Reason(exception.Message)}";
    }

    private static int Column(string line, int bytes)
    {
        var before = Encoding.UTF8.GetBytes(line).AsSpan();
        return Encoding.UTF8.GetCharCount(before[..Math.Min(bytes, before.Length)]) + 1;
    }

    // The framework quotes a wrong literal, which may be a password that lacks its quotes.
    private static string Reason(string message) => message.Contains("JSON literal", StringComparison.Ordinal)
        ? "text needs double quotes around it."
        : message.Split(" LineNumber:", StringSplitOptions.None)[0].Split(" Path:", StringSplitOptions.None)[0];
}
