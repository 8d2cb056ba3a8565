namespace DigestWorker.Classifying;

/// <summary>Where a passage stands, from the most telling place to the least.</summary>
internal enum Place
{
    Title,
    Summary,
    Opening,
    Body,
    List,
    Publisher,
}

internal sealed record Passage(Place Place, string Text);
