using DigestWorker.Domain;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Care;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Care;

/// <summary>Whether the database file is whole, of a known schema and plausible, and has its key file; nothing is changed.</summary>
internal sealed class CheckDatabase(DigestSettings settings, Database database, ScheduledBackups backups)
{
    // A log grows while somebody reads for long; one larger than this is kept from being taken in.
    private const long LargeLog = 256_000_000;

    private string File => database.FileFor("Looking into the database");

    public IReadOnlyList<CheckResult> Run()
    {
        if (!System.IO.File.Exists(File))
        {
            return [new("File", IsGood: false, $"There is no database {File} yet; the first 'collect' or 'run' makes it.")];
        }

        var log = Log();
        var finding = FileProof.Of(File);
        return [Integrity(finding), Schema(finding), log, Keys(finding), Plausible(finding), backups.Check()];
    }

    /// <returns>Null where every transaction in the log can be read.</returns>
    public static string? LostWords(string file) => LogProof.Lost(file) is > 0 and var lost
        ? $"The log {file}-wal is damaged: {lost} transactions that were stored last cannot be read, and the database goes on from before them. "
          + "Mails that were sent meanwhile may be sent again, and stops of those minutes are lost: look at 'digest report' and at your mail server's log."
        : null;

    private CheckResult Integrity(FileFinding finding) => finding switch
    {
        { Faults: [_, ..] } => new("Integrity", IsGood: false, $"{File} is damaged: {string.Join("; ", finding.Faults)}. {NextStep()}"),
        { IsOurs: false } => new("Integrity", IsGood: false, $"{File} is whole, but holds no tables of this program."),
        _ => new("Integrity", IsGood: true, $"{File} is whole: {string.Join(", ", finding.Rows.Select(table => $"{table.Value} {table.Key}"))}."),
    };

    private CheckResult Schema(FileFinding finding) => Storage.Schema.NewerWords(File, finding.Schema) is { } words
        ? new("Schema", IsGood: false, words)
        : new("Schema", IsGood: true, finding.Schema == Storage.Schema.Newest ? $"{finding.Schema}, the newest." : $"{finding.Schema}; the next start brings it to {Storage.Schema.Newest}.");

    private CheckResult Log()
    {
        var size = new FileInfo($"{File}-wal") is { Exists: true } log ? log.Length : 0;
        return LostWords(File) is { } words ? new("Log", IsGood: false, words)
            : size > LargeLog ? new("Log", IsGood: false, $"{size / 1_000_000:N0} MB wait in {File}-wal; a program that reads for long keeps them there. Restart the service.")
            : new("Log", IsGood: true, $"{size / 1_000_000.0:N1} MB, and every transaction in it can be read.");
    }

    private CheckResult Keys(FileFinding finding)
    {
        var file = settings.Storage.KeyFile!;
        try
        {
            return finding.KeyIds.Count == 0 ? new("Key file", IsGood: true, "No opt-out needs it yet.")
                : !System.IO.File.Exists(file) ? new("Key file", IsGood: false, $"{file} is not there; put it back from the backup.")
                : !KeyFile.ReadOrCreate(file).HasAll(finding.KeyIds)
                    ? new("Key file", IsGood: false, $"{file} does not hold every key of the opt-outs; put it back from the backup.")
                    : new("Key file", IsGood: true, $"{file} holds the key of every opt-out.");
        }
        catch (KeyFault fault)
        {
            return new("Key file", IsGood: false, fault.Message);
        }
    }

    private CheckResult Plausible(FileFinding finding)
    {
        if (finding.Schema != Storage.Schema.Newest || finding.Faults.Count > 0 || !finding.IsOurs)
        {
            return new("Contents", IsGood: true, "Not looked at: it takes a whole database of the newest schema.");
        }

        var hasKeys = finding.KeyIds.Count > 0 && Keys(finding).IsGood;
        var faults = Plausibility.Faults(File, hasKeys ? new OptOuts(KeyFile.ReadOrCreate(settings.Storage.KeyFile!)) : null);
        return faults.Count == 0
            ? new("Contents", IsGood: true, "Plausible.")
            : new("Contents", IsGood: false, $"{string.Join("; ", faults)}. Something else than this program wrote into the database: compare it with the newest backup.");
    }

    private string NextStep() => SqliteFault.NextStep(backups.Newest()?.Path);
}
