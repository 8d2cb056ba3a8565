using DigestWorker.Domain;

namespace DigestWorker.Matching.Grouping;

/// <summary>Where an entry belongs.</summary>
/// <param name="Best">Null where it founds a release of its own.</param>
/// <param name="Near">Other releases that it tells of too, or may belong to.</param>
internal sealed record Choice(GroupMatch? Best, IReadOnlyList<GroupMatch> Near);

/// <param name="Score">Half of the best pair and half of the mean, in nats.</param>
/// <param name="By">Admin where a verdict decided.</param>
/// <param name="ComparedWith">The member that it is most like.</param>
/// <param name="Evidence">Of that pair.</param>
internal sealed record GroupMatch(long GroupId, double Score, MatchedBy By, long ComparedWith, IReadOnlyList<Evidence> Evidence);
