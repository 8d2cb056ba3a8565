using System.Data.Common;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Whether the service can do its work: the database answers and can be written.</summary>
internal sealed class CheckReady(Database database)
{
    /// <returns>Why not, in words without a path; null where it can.</returns>
    public string? Run()
    {
        try
        {
            using var connection = database.Open();
            Editions.NewestCutOff(connection);
        }
        catch (DbException)
        {
            return "the database does not answer";
        }

        return CanBeWritten() ? null : "the database cannot be written";
    }

    // The transaction takes the writer's place, and is taken back.
    private bool CanBeWritten()
    {
        try
        {
            database.InTransaction(DatabaseChecks.TryWrite, keep: false);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
