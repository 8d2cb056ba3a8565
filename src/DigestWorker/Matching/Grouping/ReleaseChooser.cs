using DigestWorker.Domain;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Matching.Grouping;

/// <summary>
/// Puts an entry to the release that it fits best. The best pair alone would chain releases through a round-up, so the mean
/// over the release counts too (over its earliest members); no two releases are ever glued together by an entry that tells of both.
/// </summary>
internal sealed class ReleaseChooser(PairWeigher weigher, IEnumerable<Verdict> verdicts)
{
    public const double Join = 0, Possible = -2;

    private const double BestShare = 0.5;

    private readonly Dictionary<(long, long), bool> _verdicts =
        verdicts.ToDictionary(verdict => (verdict.EntryId, verdict.OtherId), verdict => verdict.Same);

    public Choice Choose(Member entry, IEnumerable<Group> groups)
    {
        var matches = groups.Select(group => Weigh(entry, group)).OfType<WeighedGroup>()
            .Where(match => match.Score >= Possible || match.By == MatchedBy.Admin)
            .OrderByDescending(match => match.By == MatchedBy.Admin).ThenByDescending(match => match.Score).ThenBy(match => match.GroupId)
            .Select(match => new GroupMatch(match.GroupId, match.Score, match.By, match.ComparedWith, weigher.Explain(match.Best)))
            .ToList();
        var best = matches.Count > 0 && (matches[0].By == MatchedBy.Admin || matches[0].Score >= Join) ? matches[0] : null;
        return new Choice(best, [.. matches.Where(match => match != best)]);
    }

    /// <returns>Null where something forbids it.</returns>
    private WeighedGroup? Weigh(Member entry, Group group)
    {
        var told = group.Members.Select(member => Said(entry.EntryId, member.EntryId)).ToList();
        if (told.Contains(false))
        {
            return null;
        }

        var pairs = group.Standing.Select(member => (member.EntryId, Weighed: weigher.Weigh(entry.Traits, member.Traits))).ToList();
        var (closest, best) = pairs.MaxBy(pair => pair.Weighed.Score);
        var score = (BestShare * best.Score) + ((1 - BestShare) * pairs.Average(pair => pair.Weighed.Score));
        return told.Contains(true) ? new WeighedGroup(group.Id, score, MatchedBy.Admin, closest, best)
            : pairs.Exists(pair => pair.Weighed.Barrier is not null) ? null
            : new WeighedGroup(group.Id, score, MatchedBy.Rules, closest, best);
    }

    private bool? Said(long one, long other) =>
        _verdicts.TryGetValue((Math.Min(one, other), Math.Max(one, other)), out var same) ? same : null;

    private sealed record WeighedGroup(long GroupId, double Score, MatchedBy By, long ComparedWith, WeighedPair Best);
}
