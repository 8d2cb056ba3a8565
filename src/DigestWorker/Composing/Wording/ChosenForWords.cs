using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Says for which roles, areas and wishes a digest was chosen, so that its reader can tell what to change.</summary>
internal static class ChosenForWords
{
    private const int MostNames = 6;

    public static string Of(DigestRequest request) => string.Join(' ', new[]
    {
        $"This digest is for {Listing.Of([.. request.Roles.Select(role => role.Name)])}{First(request.Areas)}.",
        Sentence("You also follow", Named(request.Wishes.FollowedTopics, request.Wishes.Followed, request.Topics)),
        Sentence("You asked to leave out", Named(request.Wishes.MutedTopics, request.Wishes.Muted, request.Topics)),
    }.Where(words => words.Length > 0));

    private static string First(IReadOnlyList<string> areas) =>
        areas.Count == 0 ? "" : $", with {Listing.Of([.. areas.Select(SafeText.Line)], MostNames)} first";

    private static string Sentence(string begins, IReadOnlyList<string> names) => names.Count == 0 ? "" : $"{begins} {Listing.Of(names, MostNames)}.";

    private static IReadOnlyList<string> Named(IReadOnlyList<string> topics, IReadOnlyList<string> words, IReadOnlyDictionary<string, Topic> known) =>
        [.. topics.Where(known.ContainsKey).Select(topic => known[topic].Name), .. words.Select(word => $"\"{SafeText.Line(word)}\"")];
}
