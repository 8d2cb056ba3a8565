using AngleSharp.Dom;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>The part of a listing page that tells of one entry.</summary>
/// <param name="Elements">The element itself or, for a heading, the heading and what follows it.</param>
/// <param name="DateHeading">The heading that dates it, if the listing has such.</param>
internal sealed record ListingPart(IReadOnlyList<IElement> Elements, IElement? DateHeading)
{
    public IElement Head => Elements[0];

    public bool IsHeading => HeadingRank.Of(Head) > 0;

    public IElement? Find(string selector) =>
        Elements.Select(element => element.Matches(selector) ? element : element.QuerySelector(selector)).FirstOrDefault(found => found is not null);
}

internal static class HeadingRank
{
    /// <returns>1 to 6; zero for what is no heading.</returns>
    public static int Of(IElement element) => element.LocalName is ['h', >= '1' and <= '6' and var rank] ? rank - '0' : 0;
}
