using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.People;

/// <summary>A copy of all that is held about one person, for that person.</summary>
internal sealed class ExportPerson(PersonalData data, TimeProvider time)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly string[] Order =
        ["subscriber", "otherSpellings", "optOut", "subscriptions", "teams", "contactOf", "roles", "areas", "words", "topics", "changes", "digests", "weeksWithout", "bounces", "letters", "confirmations"];

    /// <returns>JSON; null where nothing is held.</returns>
    public string? Run(string email)
    {
        if (data.Of(email) is not { } held)
        {
            return null;
        }

        var copy = new Dictionary<string, object?>(StringComparer.Ordinal) { ["exportedAt"] = time.GetUtcNow().ToStorage() };
        foreach (var name in Order)
        {
            copy.Add(name, held[name]);
        }

        return JsonSerializer.Serialize(copy, Form);
    }
}
