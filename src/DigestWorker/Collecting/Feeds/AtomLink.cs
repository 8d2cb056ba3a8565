namespace DigestWorker.Collecting.Feeds;

internal static class AtomLink
{
    /// <returns>Null for a link that leads to something else than the entry: replies, edit, related.</returns>
    public static Field? FieldOf(string? relation, string? type) => relation?.Trim().Split('/')[^1].ToLowerInvariant() switch
    {
        null or "" or "alternate" => type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase) ? Field.Link : Field.OtherLink,
        "self" => Field.SelfLink,
        "enclosure" => Field.Enclosure,
        _ => null,
    };
}
