namespace DigestWorker.Collecting.Feeds;

/// <summary>Ends the reading of a document; the message is the reason in the admin's words.</summary>
internal sealed class UnreadableFeedException(string reason) : Exception(reason)
{
    public static UnreadableFeedException TooDeep() =>
        new($"its elements are nested more than {XmlWalk.MaxDepth} deep, which no feed needs");
}
