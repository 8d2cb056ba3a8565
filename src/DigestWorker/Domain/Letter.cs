namespace DigestWorker.Domain;

/// <summary>A mail that is no digest: a confirmation, a copy of somebody's data, an alert.</summary>
/// <param name="Key">Says what it is and to whom; no two letters have the same, so none is written twice.</param>
/// <param name="Token">Ends the address by which a reader leaves; empty where the letter belongs to no list.</param>
public sealed record Letter(string Key, string Sender, string Recipient, string Subject, string Text, string Html)
{
    public long? SubscriberId { get; init; }

    public string Token { get; init; } = "";

    public required string MessageId { get; init; }

    public required DateTimeOffset ComposedAt { get; init; }
}

/// <param name="Attempts">How many were made before.</param>
/// <param name="IsInDoubt">The server may have it from the last of them.</param>
public sealed record DueLetter(long Id, Letter Letter, int Attempts, bool IsInDoubt);
