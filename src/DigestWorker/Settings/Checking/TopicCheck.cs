using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class TopicCheck
{
    public static IEnumerable<SettingsMistake> Of(IReadOnlyDictionary<string, TopicSettings> topics)
    {
        string[] named = [.. topics.Where(topic => topic.Value.Name is not null).Select(topic => topic.Key)];
        return topics.SelectMany(topic => One(SettingsPath.Join("Topics", topic.Key), topic.Key, topic.Value, named));
    }

    private static IEnumerable<SettingsMistake> One(string path, string id, TopicSettings topic, string[] named) =>
    [
        .. IdCheck.Spelling(path, id),
        .. IdCheck.Name(path, id, topic.Name, named),
        .. Phrases($"{path}:Phrases", topic.Phrases),
    ];

    private static IEnumerable<SettingsMistake> Phrases(string path, Dictionary<string, double> phrases) =>
        phrases.Count == 0
            ? [SettingsMistake.Missing(path, "write at least one phrase that shows the topic, with its weight")]
            : phrases.Keys.SelectMany(phrase => TextCheck.Needed(SettingsPath.Join(path, phrase), phrase, "write the phrase before its weight"));
}
