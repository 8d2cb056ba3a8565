namespace DigestWorker.Storage;

/// <summary>The right to send, until it is disposed of.</summary>
internal interface ISender : IDisposable
{
    /// <summary>Whose claims are whose, where several may send.</summary>
    string Id { get; }
}
