using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>Whom the watched rosters name in vain: a number for each roster, which says neither who it is nor why. Makes nothing, as no check does.</summary>
internal sealed class CheckRosters(DigestSettings settings, Database database)
{
    /// <returns>Advice alone; of a roster or a database that cannot be read others tell.</returns>
    public IReadOnlyList<CheckResult> Run()
    {
        if (database is SqliteDatabase { File: var file } && !File.Exists(file))
        {
            return [];
        }

        try
        {
            using var connection = database.Open();
            var joining = new Joining(new OptOuts(Keys()));
            return [.. settings.Organisations.SelectMany(organisation => organisation.Teams)
                .Where(team => team.Roster is not null)
                .Select(team => (team.Name, Count: joining.KeptOut(connection, Named(team))))
                .Where(one => one.Count > 0)
                .Select(one => Note(one.Name, one.Count))];
        }
        catch (Exception fault) when (fault is DbException or KeyFault)
        {
            return [];
        }
    }

    private KeyRing Keys() => File.Exists(settings.Storage.KeyFile) ? KeyFile.ReadOrCreate(settings.Storage.KeyFile) : KeyRing.New();

    private List<string> Named(OrganisedTeam team)
    {
        try
        {
            var rows = new RosterFile(new RosterRoles(settings.Roles), team.Roles.Count > 0).Read(RosterText.Read(team.Roster!));
            return [.. rows.Select(row => row.Joiner?.Email).OfType<string>()];
        }
        catch (Exception fault) when (fault is RosterFault or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static CheckResult Note(string team, int count) => new(
        "Roster",
        IsGood: false,
        $"That of team '{team}' names {count} {(count == 1 ? "person" : "people")} who cannot be subscribed by it: whoever stops the digest, has their data deleted or cannot be reached by mail stays out. Their rows may stay or go.")
    {
        IsAdvice = true,
    };
}
