using System.Data.Common;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Whether the service can do its work: the database answers and can be written.</summary>
internal sealed class CheckReady(Database database)
{
    /// <returns>Why not, in words without a path; null where it can.</returns>
    public string? Run() => Look()?.Because;

    /// <returns>The same with what the database said, for whoever may know where it lies.</returns>
    public (string Because, DbException Fault)? Look() =>
        FaultOf(Read) is { } silent ? ("the database does not answer", silent)
        : FaultOf(Write) is { } refused ? ("the database cannot be written", refused)
        : null;

    private void Read()
    {
        using var connection = database.Open();
        Editions.NewestCutOff(connection);
    }

    // The transaction takes the writer's place, and is taken back.
    private void Write() => database.InTransaction(DatabaseChecks.TryWrite, keep: false);

    private static DbException? FaultOf(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (DbException fault)
        {
            return fault;
        }
    }
}
