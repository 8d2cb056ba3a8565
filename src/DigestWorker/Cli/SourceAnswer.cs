using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>A source's health as <c>sources list</c> tells it.</summary>
/// <param name="PaceDays">The usual number of days between two with something new.</param>
internal sealed record SourceAnswer(
    string Name, SourceState State, DateTimeOffset? LastSuccess, DateTimeOffset? LastNewEntry, double? PaceDays,
    DateTimeOffset? FailingSince, int Failures, DateTimeOffset? NextTryAt, string? Reason, string? MovedTo, IReadOnlyList<string> Remarks)
{
    public static SourceAnswer Of(SourceHealth health) => new(
        health.Name, health.State, health.LastSuccess, health.LastNewEntry, health.Pace?.TotalDays, health.FailingSince, health.Failures,
        health.NextTryAt, health.Reason, health.MovedTo, health.Remarks);

    public static string[] Row(SourceHealth health) =>
    [
        health.Name,
        health.State.ToString().ToLowerInvariant(),
        Minute(health.LastSuccess),
        Minute(health.LastNewEntry),
        health.Pace is { } pace ? $"{pace.TotalDays:0} d" : "",
        Words(health),
    ];

    private static string Words(SourceHealth health) => string.Join("; ", new[]
    {
        health.Reason,
        health.Reason is not null && health.NextTryAt is { } next ? $"tried again {Minute(next)}" : null,
        health.MovedTo is { } address ? $"now at {address}: write that into the settings" : null,
    }.OfType<string>().Concat(health.Reason is null ? FewRemarks.Of(health.Remarks) : []));

    private static string Minute(DateTimeOffset? at) => at is { } instant ? $"{instant:yyyy-MM-dd HH:mm}Z" : "never";
}
