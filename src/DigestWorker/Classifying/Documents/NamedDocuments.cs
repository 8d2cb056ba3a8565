using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Documents;

/// <summary>The documents that an entry is about: those of its title or, where that names none, those of its opening.</summary>
internal static partial class NamedDocuments
{
    private const int LongestTitle = 300;
    private const int LongestOpening = 1500;
    private const int Reach = 60;

    /// <param name="written">When the entry was written; it completes "from 1 September".</param>
    public static IReadOnlyList<DocumentMention> In(string title, string openingText, DateOnly? written = null)
    {
        var (head, opening) = (Plain(title, LongestTitle), Plain(openingText, LongestOpening));
        var inForce = Editions.InForce(head + "\n" + opening, written);
        var draft = Consultation.IsTold(title, opening);
        return [.. Mentions(head, opening).Select(mention => mention with { Edition = Editions.Narrowed(mention.Edition, inForce), Draft = draft })];
    }

    private static List<DocumentMention> Mentions(string title, string opening)
    {
        var ofTitle = Listed(title, KnownDocuments.In(title)).Select(mention => mention with { Edition = mention.Edition ?? Editions.OfTitle(title), InTitle = true }).ToList();
        if (ofTitle.Count > 0)
        {
            return ofTitle;
        }

        var ofOpening = Listed(opening, KnownDocuments.In(opening).Where(place => !IsInPassing(opening, place)));
        var own = TitleName.Of(title) is { } name ? new DocumentMention(name, Editions.OfTitle(title), InTitle: true) { Listed = false } : null;
        return [.. ofOpening, .. own is null ? Array.Empty<DocumentMention>() : [own]];
    }

    private static IEnumerable<DocumentMention> Listed(string text, IEnumerable<NamedPlace> places) =>
        places.GroupBy(place => place.Name, StringComparer.Ordinal).Select(same => new DocumentMention(
            same.Key, same.Select(place => Editions.Beside(text, place)).FirstOrDefault(edition => edition is not null), InTitle: false));

    private static bool IsInPassing(string text, NamedPlace place) => Passing().IsMatch(text[Math.Max(0, place.Start - Reach)..place.Start]);

    private static string Plain(string text, int most) => News().Replace(text.Length > most ? text[..most] : text, "");

    // Words of the day inside of a name: "Modern Slavery Act 2015: updated statutory guidance".
    [GeneratedRegex(@"\b(?:newly |recently )?(?:updated|revised|refreshed|strengthened|new|latest) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex News();

    // "Read it with …", "in line with …": the entry is about another document.
    [GeneratedRegex("""
        \b(?:read|used?)\b[^.;]{0,50}\b(?:with|alongside)\b[^.;]{0,40}$
        |\b(?:alongside|in\ line\ with|together\ with|in\ accordance\ with|agrees?\ with|consistent\ with|supplements?|complements?|supports?|referred\ to\ in|required\ by|set\ out\ in|revision\ of|under)\b[^.;,]{0,25}$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Passing();
}
