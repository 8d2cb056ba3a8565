using DigestWorker.Classifying;
using DigestWorker.Settings;
using DigestWorker.Settings.Reading;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>Whether anything is ever about the areas that people follow: whoever follows a mistyped one gets what is about places last.</summary>
internal sealed class CheckAreas(DigestSettings settings, Database database, CheckReady ready)
{
    private const int MostTold = 10;

    public CheckResult Run()
    {
        string[] unknown = [.. Followed().Except(Known(), StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        return unknown.Length == 0
            ? new("Areas", IsGood: true, "Every area that is followed is one that texts are read for.")
            : new("Areas", IsGood: false, $"Nothing is ever about {Words(unknown)}: correct it in settings and rosters, or name it in Areas of a source.") { IsAdvice = true };
    }

    private IEnumerable<string> Known() => [.. UkAreas.Names, .. settings.Sources.SelectMany(source => source.Areas)];

    private IEnumerable<string> Followed() =>
    [
        .. settings.Roles.SelectMany(role => role.Areas),
        .. settings.Subscribers.SelectMany(subscriber => subscriber.Areas),
        .. settings.Organisations.SelectMany(organisation => organisation.Teams).SelectMany(team => team.Areas),
        .. Stored(),
    ];

    // What rosters and verbs brought.
    private IReadOnlyList<string> Stored()
    {
        if (!database.IsMade() || ready.Run() is not null)
        {
            return [];
        }

        using var connection = database.Open();
        return FollowedAreas.All(connection);
    }

    private static string Words(string[] unknown)
    {
        var more = unknown.Length > MostTold ? $" and {unknown.Length - MostTold} more" : "";
        return string.Join(", ", unknown.Take(MostTold).Select(area => $"{Quoted.Text(area)}{Meant(area)}")) + more;
    }

    private static string Meant(string area) =>
        UkAreas.Aliases.FirstOrDefault(alias => alias.Key.Equals(area, StringComparison.OrdinalIgnoreCase)).Value is { } name ? $" (here it is {Quoted.Text(name)})"
        : DidYouMean.Nearest(area, UkAreas.Names) is { } near ? $" (did you mean {Quoted.Text(near)}?)"
        : "";
}
