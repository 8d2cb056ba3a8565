using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Topics as people know them; one that the settings no longer hold has no name and is not spoken of.</summary>
internal static class TopicNames
{
    public static IReadOnlyList<string> Of(IEnumerable<TopicLabel> labels, IReadOnlyDictionary<string, Topic> topics) =>
        [.. Known(labels, topics).Select(topic => topic.Name)];

    public static IEnumerable<Topic> Known(IEnumerable<TopicLabel> labels, IReadOnlyDictionary<string, Topic> topics) =>
        labels.Select(label => topics.GetValueOrDefault(label.Id)).OfType<Topic>();
}
