using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;

namespace DigestWorker.Web.Views;

/// <summary>How the service is, in words and in the time of the schedule.</summary>
internal sealed record StatusView(
    string At,
    IReadOnlyList<string> Troubles,
    IReadOnlyList<RowView> NextRuns,
    string? Edition,
    IReadOnlyList<RowView> Deliveries,
    IReadOnlyList<RowView> Waiting,
    IReadOnlyList<RowView> Subscribers,
    IReadOnlyList<SourceView> Sources,
    IReadOnlyList<CheckView> Checks,
    IReadOnlyList<OptionView> Roles)
{
    public static StatusView Of(ServiceStatus status, DigestSettings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Schedule.TimeZone);
        string At(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture) : "never";
        return new StatusView(
            $"{At(status.At)}, {settings.Schedule.TimeZone}",
            status.Troubles,
            [.. status.NextRuns.Select(run => new RowView(run.What == "collect" ? "Sources are read" : "The edition goes out", At(run.At)))],
            status.Edition is { } edition ? $"{edition.Week}: {edition.Subscribers} subscribers, {edition.WithoutDigest} without a digest" : null,
            [.. (status.Edition?.Deliveries ?? new Dictionary<DeliveryState, int>()).OrderBy(state => state.Key).Select(state => new RowView(state.Key.ToString(), Number(state.Value)))],
            [
                new("Digests", status.Queue.Oldest is { } oldest ? $"{Number(status.Queue.Digests)}, the oldest since {At(oldest)}" : "none"),
                new("Letters", status.Queue.Letters == 0 ? "none" : Number(status.Queue.Letters)),
                .. status.Pause is { } pause ? [new RowView("Stopped", $"{pause.Reason}; tried again {At(pause.Until)}")] : Array.Empty<RowView>(),
            ],
            [.. status.Subscribers.OrderBy(state => state.Key).Select(state => new RowView(state.Key.ToString(), Number(state.Value)))],
            [.. status.Sources.Select(source => new SourceView(
                source.Name, source.State.ToString(), ServiceStatus.IsWell(source.State), At(source.LastSuccess), At(source.LastNewEntry), source.Reason ?? ""))],
            [.. status.Checks.Select(check => new CheckView(check.Name, check.IsGood ? "good" : "look", check.Words, check.IsGood))],
            [.. settings.Roles.Select(role => new OptionView("preview", role.Id, role.Name, Chosen: false))]);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

internal sealed record RowView(string Name, string Value);

internal sealed record SourceView(string Name, string State, bool IsGood, string LastSuccess, string LastNewEntry, string Reason);

internal sealed record CheckView(string Name, string State, string Words, bool IsGood);
