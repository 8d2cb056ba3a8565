using System.Text.Json;
using DigestWorker.Classifying;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Support;

/// <summary>The topics that the program carries, as it reads them when the admin changes nothing.</summary>
internal static class DefaultTopics
{
    public static IReadOnlyList<Topic> All { get; } = Read();

    public static EntryClassifier Classifier { get; } = new(All);

    private static List<Topic> Read()
    {
        using var file = typeof(EntryClassifier).Assembly.GetManifestResourceStream("Defaults/topics.json")!;
        using var json = JsonDocument.Parse(file);
        return [.. json.RootElement.GetProperty("Topics").EnumerateObject().Select(topic => Read(topic.Name, topic.Value))];
    }

    private static Topic Read(string id, JsonElement topic) => new(
        id,
        topic.GetProperty("Name").GetString()!,
        topic.GetProperty("Phrases").EnumerateObject().ToDictionary(phrase => phrase.Name, phrase => phrase.Value.GetDouble(), StringComparer.Ordinal),
        topic.GetProperty("Sensitive").GetBoolean())
    {
        NeedsPeople = topic.TryGetProperty("NeedsPeople", out var needed) && needed.GetBoolean(),
    };
}
