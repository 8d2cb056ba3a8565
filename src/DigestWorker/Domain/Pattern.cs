namespace DigestWorker.Domain;

/// <summary>What holds for every regular expression that looks at a text from outside.</summary>
internal static class Pattern
{
    /// <summary>
    /// How long one may look at one text, in milliseconds. The clock goes on while others have the processor, so that this is far
    /// above what any text takes: it bounds the hostile ones (https://learn.microsoft.com/dotnet/standard/base-types/best-practices-regex).
    /// </summary>
    public const int Limit = 10_000;
}
