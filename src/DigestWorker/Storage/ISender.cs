namespace DigestWorker.Storage;

/// <summary>The right to send, until it is disposed of.</summary>
internal interface ISender : IDisposable
{
    /// <summary>Whose claims are whose, where several may send.</summary>
    string Id { get; }

    /// <summary>Throws as a database that failed does, where the right is lost although nobody gave it back.</summary>
    void EnsureHeld();
}
