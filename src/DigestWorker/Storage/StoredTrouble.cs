namespace DigestWorker.Storage;

internal sealed record StoredTrouble(string Topic, string Key, string Words, DateTimeOffset Since)
{
    /// <summary>When the admin was told that it began; null before.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When it was last said to be so, where that is said again and again; null before the admin was told.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    public bool IsOver { get; init; }
}

/// <summary>What a look has found to be new and to be over, in words.</summary>
internal sealed record TroubleChange(IReadOnlyList<string> Begun, IReadOnlyList<string> Ended);
