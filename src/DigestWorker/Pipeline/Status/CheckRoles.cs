using DigestWorker.Composing.Wording;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>Whether the settings know a role of everybody who is subscribed: whoever has none gets no digest.</summary>
internal sealed class CheckRoles(DigestSettings settings, Database database, CheckReady ready)
{
    private const int MostNamed = 5;

    public CheckResult Run()
    {
        if (!database.IsMade() || ready.Run() is not null)
        {
            return new("Roles", IsGood: true, "Nobody is subscribed yet, or it cannot be told now.");
        }

        using var connection = database.Open();
        var (count, unknown) = RolelessReaders.Of(connection, settings.Roles.Select(role => role.Id));
        var names = unknown.Count == 0 ? "" : $" ({Listing.Of([.. unknown.Select(role => $"'{role}'")], MostNamed)} {(unknown.Count == 1 ? "is" : "are")} none)";
        return count == 0
            ? new("Roles", IsGood: true, "The settings know a role of every subscriber.")
            : new("Roles", IsGood: false, $"The settings know no role of {count} {(count == 1 ? "subscriber" : "subscribers")}, who get no digest{names}. 'subscribers list' shows the roles of each; a role that is to be called otherwise keeps its id and changes its Name.");
    }
}
