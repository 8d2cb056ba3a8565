namespace DigestWorker.Cli;

/// <summary>What a reader remarked, in the cell of a table: one bad feed can give a remark for each of its entries.</summary>
internal static class FewRemarks
{
    private const int Shown = 2;

    public static IEnumerable<string> Of(IReadOnlyList<string> remarks) => remarks.Count <= Shown + 1
        ? remarks
        : [.. remarks.Take(Shown), $"and {remarks.Count - Shown} more (--json has them all)"];
}
