namespace DigestWorker.Composing.Wording;

/// <summary>A number with its noun: "1 release", "3 releases".</summary>
internal static class Counted
{
    public static string Of(int count, string singular, string plural) => $"{count} {(count == 1 ? singular : plural)}";
}
