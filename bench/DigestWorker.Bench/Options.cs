namespace DigestWorker.Bench;

/// <summary>What the bench was asked for: names of scenarios, and files.</summary>
/// <param name="Names">Empty for all that are not long.</param>
/// <param name="Json">Where the measures are kept too; null for nowhere.</param>
/// <param name="Compare">The measures that these are set beside; null for none.</param>
internal sealed record Options(IReadOnlyList<string> Names, string? Json, string? Compare)
{
    /// <summary>A little of what can be had so, unjudged.</summary>
    public bool IsSmall { get; init; }

    public static Options Of(string[] arguments) => arguments switch
    {
        ["--json", var file, .. var rest] => Of(rest) with { Json = file },
        ["--compare", var file, .. var rest] => Of(rest) with { Compare = file },
        ["--small", .. var rest] => Of(rest) with { IsSmall = true },
        [var name, .. var rest] when Of(rest) is var more => more with { Names = [name, .. more.Names] },
        _ => new Options([], null, null),
    };
}
