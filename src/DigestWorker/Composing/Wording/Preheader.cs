using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>What an inbox shows beside the subject: the topics that may be read by anybody, and the time it takes. 40 to 130 characters.</summary>
internal static class Preheader
{
    private const int Longest = 130;
    private const int MostTopics = 3;
    public const string OfNote = "A short note of what was checked in the last weeks, and of what is coming up.";
    private const string Unnamed = "New figures and guidance on the topics you follow";

    /// <param name="topics">The topics of the digest, the foremost first.</param>
    public static string Of(IReadOnlyList<Topic> topics, string readingTime)
    {
        string[] neutral = [.. topics.Where(topic => !topic.Sensitive && NeutralWords.Are(topic.Name)).Select(topic => topic.Name)];
        var lines = Enumerable.Range(1, MostTopics).Reverse()
            .Where(count => count <= neutral.Length)
            .Select(count => $"{Naming(neutral[..count], topics.Count)}. {readingTime} to read.");

        return lines.FirstOrDefault(line => line.Length <= Longest) ?? $"{Unnamed}. {readingTime} to read.";
    }

    private static string Naming(string[] named, int all) =>
        SentenceCase.Of(named.Length < all
            ? $"{string.Join(", ", named)} and other topics you follow"
            : $"{Listing.Of(named)}, chosen for your role");
}
