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

        return string.Join("; ", phrases.Distinct(StringComparer.Ordinal).Take(MostPhrases));
    }
}
