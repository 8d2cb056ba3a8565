namespace DigestWorker.Storage;

/// <summary>Rows whose ids lie next to each other, both ends included.</summary>
internal sealed record IdRange(long First, long Last)
{
    public static readonly IdRange All = new(0, long.MaxValue);
}
