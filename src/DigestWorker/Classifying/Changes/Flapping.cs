namespace DigestWorker.Classifying.Changes;

/// <summary>A version of a text or of a part of it, by its hash.</summary>
/// <param name="SeenAt">When it took the place of the one before.</param>
internal sealed record EarlierVersion(string Hash, DateTimeOffset SeenAt);

/// <summary>Texts that come and go by turns, such as the halves of a trial or a rotating banner, are no news.</summary>
internal static class Flapping
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>True where the text only returns to what it was until lately.</summary>
    /// <param name="earlier">Oldest first; the last is what the new text takes the place of.</param>
    public static bool IsReturn(IReadOnlyList<EarlierVersion> earlier, string hash, DateTimeOffset seenAt) =>
        earlier.Zip(earlier.Skip(1)).Any(pair => pair.First.Hash == hash && pair.Second.Hash != hash && seenAt - pair.Second.SeenAt <= Window);
}
