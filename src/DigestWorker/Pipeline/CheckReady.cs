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
            // The transaction takes the writer's place, and is taken back.
            database.InTransaction(Editions.NewestCutOff, keep: false);
            return null;
        }
        catch (DbException)
        {
            return "the database does not answer";
        }
    }
}
