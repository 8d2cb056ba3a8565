namespace DigestWorker.Delivering.Dkim;

/// <summary>A header as it is signed (RFC 6376 §3.4.2): its name in lower case, white space as one space and none at the ends.</summary>
internal static class RelaxedHeader
{
    /// <param name="value">Without folds.</param>
    public static string Of(string name, string value) =>
        $"{name.ToLowerInvariant()}:{string.Join(' ', value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))}";
}
