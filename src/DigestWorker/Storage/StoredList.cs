using System.Text.Json;

namespace DigestWorker.Storage;

/// <summary>A short list of sentences in one column, as a JSON array.</summary>
internal static class StoredList
{
    public static string ToStorage(this IReadOnlyList<string> list) => JsonSerializer.Serialize(list);

    public static IReadOnlyList<string> FromStorage(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];
}
