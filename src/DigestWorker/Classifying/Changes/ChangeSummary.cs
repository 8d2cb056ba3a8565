namespace DigestWorker.Classifying.Changes;

/// <summary>The weightiest reasons in one line: Referrals: "should" became "must"; new section "Online harm".</summary>
internal static class ChangeSummary
{
    private const int MostReasons = 3;
    private const int SectionWords = 8;

    public static string Of(string? publishersWord, IEnumerable<ChangeReason> reasons)
    {
        var told = string.Join("; ", Told([.. reasons.Take(MostReasons)]));
        return string.Join(' ', new[] { publishersWord, Capitalised(told) }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>A reason by itself, under its heading.</summary>
    public static string Of(ChangeReason reason) =>
        reason.Section.Length > 0 ? $"{Words.Shortened(reason.Section, SectionWords)}: {reason.Words}" : reason.Words;

    private static IEnumerable<string> Told(IReadOnlyList<ChangeReason> reasons) =>
        reasons.Select((reason, at) => at > 0 && reasons[at - 1].Section == reason.Section ? reason.Words : Of(reason));

    private static string Capitalised(string line) => line.Length > 0 ? char.ToUpperInvariant(line[0]) + line[1..] : line;
}
