using AngleSharp.Dom;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.Listings;

/// <summary>Takes a listing page apart by a recipe.</summary>
internal static class ListingParts
{
    public static IEnumerable<ListingPart> Of(HtmlPage page, PageRecipe recipe)
    {
        var heads = page.Document.QuerySelectorAll(recipe.Item).ToHashSet();
        var marks = page.Document.QuerySelectorAll(recipe.DateHeading is null ? recipe.Item : $"{recipe.Item}, {recipe.DateHeading}");
        var isMark = marks.ToHashSet();
        IElement? dateHeading = null;
        foreach (var mark in marks)
        {
            if (heads.Contains(mark))
            {
                yield return new ListingPart([mark, .. Following(mark, isMark)], dateHeading);
            }
            else
            {
                dateHeading = mark;
            }
        }
    }

    /// <summary>What belongs to a heading: all up to the next mark, or to a heading that ranks as high.</summary>
    private static IEnumerable<IElement> Following(IElement head, HashSet<IElement> isMark) =>
        HeadingRank.Of(head) is > 0 and var rank && head.ParentElement is { } parent
            ? parent.Children
                .SkipWhile(sibling => sibling != head)
                .Skip(1)
                .TakeWhile(sibling => !isMark.Contains(sibling) && HeadingRank.Of(sibling) is var next && (next == 0 || next > rank))
            : [];
}
