namespace DigestWorker.Classifying;

/// <summary>What a place is worth to a topic, and how it is called in a reason.</summary>
internal static class Places
{
    public static double Weight(Place place) => place switch
    {
        Place.Title => 2.5,
        Place.Summary => 2,
        Place.Opening => 1.5,
        Place.Body => 0.8,
        _ => 0.3,
    };

    /// <summary>More phrase weight than this says no more.</summary>
    public static double Most(Place place) => place is Place.Title or Place.Summary ? 4 : 6;

    public static string Words(Place place) => place switch
    {
        Place.Title => "in the title",
        Place.Summary => "in the summary",
        Place.Opening => "in the opening",
        Place.List => "in a list",
        Place.Publisher => "in the publisher's name",
        _ => "in the text",
    };
}
