using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>What the subscriber's roles can use a release for, the weightiest topic first.</summary>
internal static class UsefulFor
{
    private const int MostPhrases = 2;

    public static string Of(Release release, IReadOnlyList<Role> roles)
    {
        var phrases =
            from role in roles
            from topic in release.Topics
            where role.UsefulFor.ContainsKey(topic.Id)
            orderby role.Topics.GetValueOrDefault(topic.Id) descending
            select role.UsefulFor[topic.Id];

        List<string> told = [];
        foreach (var phrase in phrases)
        {
            if (told.Count < MostPhrases && !told.Exists(before => IsNearly(phrase, before)))
            {
                told.Add(phrase);
            }
        }

        return string.Join("; ", told);
    }

    /// <summary>Uses of neighbouring topics often say the same with one word changed.</summary>
    private static bool IsNearly(string phrase, string before)
    {
        var words = phrase.Split(' ');
        return words.Count(before.Split(' ').Contains) * 2 > words.Length;
    }
}
