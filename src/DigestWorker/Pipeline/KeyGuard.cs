using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Asked before anything is done: without its key an opt-out is not known again, and whoever is behind it would be let back in.</summary>
internal sealed class KeyGuard(DigestSettings settings, Database database)
{
    private string File => settings.Storage.KeyFile!;

    /// <exception cref="KeyFault">Opt-outs are kept whose key is not there.</exception>
    public void Check()
    {
        var used = OptOuts.KeyIds(database);
        if (used.Count > 0 && !System.IO.File.Exists(File))
        {
            throw Lost($"the key file {File} is not there");
        }

        // A key file of no use yet is made when it is asked for, not here.
        if (used.Count > 0 && !KeyFile.ReadOrCreate(File).HasAll(used))
        {
            throw Lost($"the key file {File} does not hold every key that they were made with");
        }
    }

    private static KeyFault Lost(string what) => new(
        $"The database holds opt-outs, and {what}. Without the key, people who stopped the digest or were erased would be subscribed again unknowingly, so nothing is done. "
        + "Put the key file back from the backup; it belongs to the database and is copied together with it.");
}
