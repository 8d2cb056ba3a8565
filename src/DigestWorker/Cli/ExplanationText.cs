using System.Globalization;
using DigestWorker.Composing.Selecting;

namespace DigestWorker.Cli;

/// <summary>Why a release is or is not in a digest, as an admin reads it.</summary>
internal static class ExplanationText
{
    public static IEnumerable<string> Of(ExplanationAnswer answer) =>
    [
        $"Release {answer.Release}: {answer.Title}",
        .. answer.Asked == answer.Release ? Array.Empty<string>() : [$"Release {answer.Asked} was merged into it."],
        $"Digest of {answer.Week} for {answer.Subscriber ?? $"somebody new with {string.Join(", ", answer.Roles.Select(role => role.Role))}"}{(answer.From is null ? "" : $", from {Time(answer.From)} to {Time(answer.To)}")}",
        $"{(answer.In ? "IN" : "NOT IN")}: {answer.Because}",
        .. answer.Decides.Select(decides => $"  Decides: {decides}"),
        .. answer.Roles.SelectMany(Role),
        .. answer.Follows.Count == 0 ? [] : new[] { "", $"  Followed by name: {string.Join(", ", answer.Follows)}; adds {Number(Judgement.FollowedPoints)}" },
    ];

    private static IEnumerable<string> Role(ExplanationAnswer.Part part) =>
    [
        "",
        $"  {part.Role}: score {Number(part.Score)}, at least {Number(part.Minimum)} is needed; {Verdict(part.Verdict)}",
        .. part.Topics.Select((topic, at) => $"    topic {topic.Topic,-30} {Number(topic.Weight),5}  {(at == 0 ? "the weightiest counts whole" : "a further one counts a tenth")}"),
        .. part.Topics.Count == 0 ? ["    no topic was found in it"] : Array.Empty<string>(),
        $"    kind {part.Kind.ToString().ToLowerInvariant(),-31} {Number(part.KindWeight),5}  times the topics",
        $"    area {Areas(part.Areas),-31} {Number(part.AreaPoints),5}  {(part.AreaPoints < 0 ? "about other areas" : part.AreaPoints > 0 ? "about an area that is followed" : "neither near nor far")}",
    ];

    private static string Verdict(RoleVerdict verdict) => verdict switch
    {
        RoleVerdict.Wanted => "wanted",
        RoleVerdict.NoTopic => "no topic that the role follows",
        RoleVerdict.KindNotSent => "not a kind that the role is sent",
        RoleVerdict.OtherArea => "left out for its area",
        _ => "below the minimum",
    };

    private static string Areas(IReadOnlyList<string> areas) => areas.Count switch
    {
        0 => "none named",
        <= 2 => string.Join(", ", areas),
        _ => $"{areas[0]} and {areas.Count - 1} more",
    };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? at) => $"{at:yyyy-MM-dd HH:mm}";
}
