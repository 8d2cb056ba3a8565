using DigestWorker.Domain;
using DigestWorker.Pipeline.Releasing;

namespace DigestWorker.Cli;

/// <summary>A release's story as <c>explain --json</c> tells it.</summary>
internal sealed record StoryAnswer(
    ReleaseAnswer Release, IReadOnlyList<StoryAnswer.MembershipAnswer> Memberships, IReadOnlyList<StoryAnswer.NearAnswer> Near, IReadOnlyList<Verdict> Verdicts)
{
    public static StoryAnswer Of(ReleaseStory story) => new(
        ReleaseAnswer.Of(story.Release),
        [.. story.Release.Entries.Select(entry => new MembershipAnswer(entry.Id, entry.Membership.By, entry.Membership.Score, entry.Membership.ComparedWith, entry.Membership.Evidence))],
        [.. story.NearMisses.Select(miss => new NearAnswer(miss.Entry.Id, miss.Link.ReleaseId, miss.Title, miss.Link.Type, miss.Link.Score, miss.Link.Evidence))],
        story.Verdicts);

    internal sealed record MembershipAnswer(long EntryId, MatchedBy By, double? Score, long? ComparedWith, IReadOnlyList<Evidence> Evidence);

    internal sealed record NearAnswer(
        long EntryId, long ReleaseId, string Title, NearType Type, double Score, IReadOnlyList<Evidence> Evidence);
}
