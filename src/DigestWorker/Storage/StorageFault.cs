using System.Data.Common;

namespace DigestWorker.Storage;

/// <summary>What is wrong with the database, in words that name it and the next step.</summary>
internal sealed class StorageFault(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <returns>What the database itself said: the schedule wraps what its own tables met; null where it said nothing.</returns>
    public static DbException? Within(Exception? exception) => exception as DbException ?? (exception is null ? null : Within(exception.InnerException));
}
