namespace DigestWorker.Composing.Wording;

/// <summary>Names as an English list: "a", "a and b", "a, b and c", "a, b and 3 more".</summary>
internal static class Listing
{
    public static string Of(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    public static string Of(IReadOnlyList<string> names, int atMost) =>
        names.Count <= atMost ? Of(names) : Of([.. names.Take(atMost), $"{names.Count - atMost} more"]);
}
