namespace DigestWorker.Storage;

/// <summary>What is wrong with the database, in words that name it and the next step.</summary>
internal sealed class StorageFault(string message, Exception? inner = null) : Exception(message, inner);
