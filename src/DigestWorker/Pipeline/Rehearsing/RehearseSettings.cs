using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>Composes an edition by the settings in force and by other ones, on copies in memory, and says what differs. Nothing is stored or sent.</summary>
internal sealed class RehearseSettings(DigestSettings current, Database database, Editions editions, TimeProvider time)
{
    /// <param name="build">Puts the program together for settings.</param>
    public Rehearsal Run(
        DigestSettings next, EditionWeek week, (Func<DigestSettings, IHost> Build, IProgress<string>? Progress) with, CancellationToken cancellationToken)
    {
        var changes = SettingsChanges.Between(current, next);
        var edition = editions.FindOrForesee(week, time.GetUtcNow());
        with.Progress?.Report("Copying what the edition needs into memory");
        using var copy = PrivateCopy.Of(database, week);
        using var now = with.Build(On(copy, current));
        var before = now.Services.GetRequiredService<RehearseEdition>();
        var readers = before.Readers(edition);
        copy.TakeEntries(database, readers.Select(one => one.Window.From).Append(edition.CutOff - DigestWindow.FirstLookBack).Min(), edition.CutOff);

        using var twin = copy.Twin();
        changes.ApplyTo(twin);
        using var then = with.Build(On(twin, next));
        var after = then.Services.GetRequiredService<RehearseEdition>();
        with.Progress?.Report("Composing by the settings in force");
        var was = before.Run(edition, readers, changes.ReadsAnew, cancellationToken);
        with.Progress?.Report("Composing by the new settings");
        var would = after.Run(edition, after.Readers(edition), changes.ReadsAnew, cancellationToken);
        return new CompareSides(was, would, changes).Run(edition);
    }

    // The copy and the keys of the installation, whatever the new file says of them.
    private DigestSettings On(PrivateCopy copy, DigestSettings settings) =>
        settings with { Storage = settings.Storage with { ConnectionString = copy.ConnectionString, KeyFile = current.Storage.KeyFile } };
}
