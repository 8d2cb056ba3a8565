namespace DigestWorker.Domain;

/// <summary>What holds for the regular expressions that look at whole texts from outside; all others see a few words, or do not backtrack.</summary>
internal static class Pattern
{
    /// <summary>
    /// How long one may look at one text, in milliseconds. The clock goes on while others have the processor, so that this is far
    /// above what any text takes: it bounds the hostile ones (https://learn.microsoft.com/dotnet/standard/base-types/best-practices-regex).
    /// </summary>
    public const int Limit = 10_000;
}
