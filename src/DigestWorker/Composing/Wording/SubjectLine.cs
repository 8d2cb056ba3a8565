using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// Says how much there is, never what about: a subject shows on lock screens and projectors.
/// Always plain ASCII, 20 to 70 characters.
/// </summary>
internal static class SubjectLine
{
    private const int Longest = 70;

    public static string Of(DateTimeOffset cutOff, KindCounts counts)
    {
        var opening = $"Safeguarding digest {DateWords.Short(DateWords.LondonDay(cutOff))}: ";
        string[] parts = [.. counts.Parts(figures: ("release", "releases"))];
        if (parts.Length == 0)
        {
            return $"{opening}nothing new on your topics";
        }

        var butNews = opening + string.Join(", ", parts.SkipLast(1));
        string[] candidates = [opening + string.Join(", ", parts), $"{butNews} and news", butNews];
        return candidates.First(subject => subject.Length <= Longest);
    }
}
