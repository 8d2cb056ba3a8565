using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Explaining;

namespace DigestWorker.Cli;

/// <summary>What <c>explain --subscriber</c> and <c>explain --role</c> answer.</summary>
/// <param name="Asked">The id that was typed; another one than the release's where it was merged.</param>
/// <param name="Subscriber">Masked; null where a role was asked about.</param>
/// <param name="Because">In words.</param>
/// <param name="Decides">Paths of settings with their values, and choices of the subscriber.</param>
internal sealed record ExplanationAnswer(
    long Release, long Asked, string Title, string Week, string? Subscriber, bool In, bool Composed, DigestFate Reason, string Because, IReadOnlyList<string> Decides)
{
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public IReadOnlyList<string> SentIn { get; init; } = [];

    public int? Rank { get; init; }

    public bool? InFull { get; init; }

    public double? Score { get; init; }

    public IReadOnlyList<string> Follows { get; init; } = [];

    public IReadOnlyList<Part> Roles { get; init; } = [];

    public static ExplanationAnswer Of(long asked, Explanation explained, IReadOnlyList<string> decides) => new(
        explained.Release.Id,
        asked,
        explained.Release.Lead.Entry.Title,
        explained.Week.ToString(),
        explained.Person is { } person ? EmailAddress.Masked(person.Email) : null,
        explained.IsIn,
        explained.IsKept,
        explained.Fate,
        FateWords.Of(explained),
        decides)
    {
        From = explained.Window?.From,
        To = explained.Window?.To,
        SentIn = [.. explained.SentIn.Select(week => week.ToString())],
        Rank = explained.Place?.Rank,
        InFull = explained.Place?.InFull,
        Score = explained.Judgement?.Score,
        Follows = explained.Judgement?.Followed ?? [],
        Roles = [.. explained.Judgement?.Fits.Select(fit => Part.Of(fit, explained.Release)) ?? []],
    };

    /// <summary>What one role makes of the release.</summary>
    internal sealed record Part(
        string Role, RoleVerdict Verdict, double Score, double Minimum, IReadOnlyList<TopicPart> Topics, Kind Kind, double KindWeight, double AreaPoints, IReadOnlyList<string> Areas)
    {
        public static Part Of(RoleFit fit, Release release) =>
            new(fit.Role.Id, fit.Verdict, fit.Score, fit.Role.MinimumScore, fit.Topics, release.Kind, fit.KindWeight, fit.Area.Points, release.Areas);
    }
}
