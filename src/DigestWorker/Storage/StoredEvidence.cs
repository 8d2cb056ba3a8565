using System.Text.Json;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Evidence in one column, as a JSON array.</summary>
internal static class StoredEvidence
{
    public static string ToStorage(IReadOnlyList<Evidence> evidence) => JsonSerializer.Serialize(evidence);

    public static IReadOnlyList<Evidence> FromStorage(string json) => JsonSerializer.Deserialize<Evidence[]>(json) ?? [];
}
