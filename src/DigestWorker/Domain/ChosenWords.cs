namespace DigestWorker.Domain;

/// <summary>Says what somebody changed, for the record of changes: one sentence for each thing.</summary>
public static class ChosenWords
{
    public static List<string> Of(Chosen before, Chosen after) =>
    [
        .. Lists("roles", before.Roles, after.Roles),
        .. Lists("areas", before.Areas, after.Areas),
        .. Lists("topics followed", before.Wishes.FollowedTopics, after.Wishes.FollowedTopics),
        .. Lists("topics left out", before.Wishes.MutedTopics, after.Wishes.MutedTopics),
        .. Lists("words followed", before.Wishes.Followed, after.Wishes.Followed),
        .. Lists("words left out", before.Wishes.Muted, after.Wishes.Muted),
        .. Values("day", before.Wishes.Weekday?.ToString() ?? "of the schedule", after.Wishes.Weekday?.ToString() ?? "of the schedule"),
        .. Values("text only", before.Wishes.TextOnly, after.Wishes.TextOnly),
        .. Values("alerts", before.Wishes.Alerts, after.Wishes.Alerts),
        .. Values("a note when nothing is new", before.Wishes.SaysNothingNew, after.Wishes.SaysNothingNew),
    ];

    private static IEnumerable<string> Lists(string name, IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.ToHashSet(StringComparer.Ordinal).SetEquals(after) ? [] : [$"{name}: {(after.Count == 0 ? "none" : string.Join(", ", after))}"];

    private static IEnumerable<string> Values(string name, bool before, bool after) => Values(name, before ? "yes" : "no", after ? "yes" : "no");

    private static IEnumerable<string> Values(string name, string before, string after) => before == after ? [] : [$"{name}: {after}"];
}
