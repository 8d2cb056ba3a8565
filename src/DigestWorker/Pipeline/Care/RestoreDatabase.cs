using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Settings.Reading;
using DigestWorker.Storage;
using DigestWorker.Storage.Care;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Care;

/// <summary>
/// Puts a copy in the database's place after everything was tried on a copy of it: it is whole, of a known schema, migrated, its keys
/// are there. What was promised since it was made is carried over. The replaced database is kept beside it.
/// </summary>
internal sealed class RestoreDatabase(DigestSettings settings, Database database, TimeProvider time)
{
    private string File => database.FileFor("Putting a backup back");

    /// <param name="force">Also where the database in place is in order.</param>
    /// <exception cref="StorageFault">Nothing was replaced, in words.</exception>
    public RestoreReport Run(string copy, bool force)
    {
        TryToWrite();
        using var held = database.TryKeepFromSending() ?? throw Replacement.InUse(File);
        RefuseToReplace(force);
        Candidate.DeleteLeft(File);
        using var candidate = CandidateOf(copy);
        var schema = Prove(copy, candidate).Schema;
        candidate.Database.Migrate();

        var since = System.IO.File.Exists(File) ? Since.Read(File, WaitingMails.Of(candidate.Database)) : null;
        var carried = since is null ? null : new CarryOver(candidate.Database, new OptOuts(Keys(copy, candidate, since)), time.GetUtcNow()).Run(since);
        if (since is null)
        {
            Keys(copy, candidate, since);
        }

        candidate.Seal();
        var finding = Prove(copy, candidate);
        var kept = Replacement.Run(File, candidate.File, time.GetUtcNow());
        return new RestoreReport(File, kept, schema, finding.Schema, finding.Rows, carried);
    }

    // A folder that cannot be written would look as if the database were in use.
    private void TryToWrite()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            var part = Candidate.NameFor(File);
            GuardedFile.Create(part, FileMode.CreateNew).Dispose();
            System.IO.File.Delete(part);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault($"The folder of the database {File} cannot be written to: {fault.Message}. Run this as the account of the service, on a disk that is not read-only.", fault);
        }
    }

    private void RefuseToReplace(bool force)
    {
        if (!System.IO.File.Exists(File))
        {
            return;
        }

        using (DatabaseHold.TryTake(File) ?? throw Replacement.InUse(File))
        {
            // Nobody has it open now; whoever opens it from here on is met when it is replaced.
        }

        if (!force && FileProof.Of(File) is { IsOurs: true, Faults: [] } inPlace)
        {
            throw new StorageFault($"Nothing was changed: the database {File} is in order ({Words(inPlace)}), and what it has learnt since the copy was made would be lost. Add --force to replace it all the same.");
        }
    }

    private Candidate CandidateOf(string copy)
    {
        if (copy == File || !System.IO.File.Exists(copy))
        {
            throw new StorageFault(copy == File ? $"{copy} is the database itself; name a copy of it." : $"There is no file {copy}.");
        }

        var part = Candidate.NameFor(File);
        GuardedFile.Create(part, FileMode.CreateNew).Dispose();
        return Candidate.Of(part, copy);
    }

    private static FileFinding Prove(string copy, Candidate candidate)
    {
        var finding = FileProof.Of(candidate.File);
        return finding switch
        {
            { Faults: [_, ..] } => throw new StorageFault($"Nothing was changed: the copy {copy} is damaged ({string.Join("; ", finding.Faults)}). Take an older one."),
            { IsOurs: false } => throw new StorageFault($"Nothing was changed: {copy} is no database of this program."),
            _ when Schema.NewerWords(copy, finding.Schema) is { } words => throw new StorageFault($"Nothing was changed. {words}"),
            _ => finding,
        };
    }

    // What is added does no harm where the restore fails later.
    private Domain.KeyRing Keys(string copy, Candidate candidate, Since? since)
    {
        var keyFile = settings.Storage.KeyFile!;
        var keys = KeyFile.Merge(keyFile, System.IO.File.Exists(BackUp.KeyOf(copy)) ? BackUp.KeyOf(copy) : null);
        var used = FileProof.Of(candidate.File).KeyIds.Concat((since?.OptOuts ?? []).Select(row => Convert.ToHexString(row.KeyId)));
        return keys.HasAll(used)
            ? keys
            : throw new KeyFault($"Nothing was replaced: opt-outs were made with a key that is neither in {keyFile} nor in {BackUp.KeyOf(copy)}, so whoever opted out would not be known again. Put the key file of the copy beside it, then run again.");
    }

    private static string Words(FileFinding finding) => string.Join(", ", finding.Rows.Select(table => $"{table.Value} {table.Key}"));
}

/// <param name="Kept">Where the replaced database lies; null where there was none.</param>
/// <param name="CopySchema">That of the copy as it came.</param>
/// <param name="CarriedOver">Null where the replaced database could not be read, or there was none.</param>
internal sealed record RestoreReport(
    string File, string? Kept, long CopySchema, long Schema, IReadOnlyDictionary<string, long> Rows, CarriedOver? CarriedOver);
