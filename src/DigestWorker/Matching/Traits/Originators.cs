using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>Which bodies a text leans on; the one that it speaks of most is most likely where its figures come from.</summary>
internal sealed class Originators(IReadOnlyList<Body> bodies)
{
    private const int Most = 3, InTitle = 3, InLead = 2;

    private readonly IReadOnlyList<(string Name, string Alias)> _aliases =
        [.. bodies.Where(body => body.Type is BodyType.Official or BodyType.Charity).SelectMany(body => body.Names.Select(alias => (body.Name, alias)))];

    /// <returns>Names of bodies, the most spoken of first.</returns>
    public string[] In(string publisher, MatchText text) =>
        [.. _aliases.GroupBy(alias => alias.Name, StringComparer.Ordinal)
            .Select(body => (body.Key, Weight: body.Sum(alias => Weight(alias.Alias, publisher, text))))
            .Where(body => body.Weight > 0)
            .OrderByDescending(body => body.Weight).ThenBy(body => body.Key, StringComparer.Ordinal)
            .Take(Most)
            .Select(body => body.Key)];

    private static int Weight(string alias, string publisher, MatchText text) =>
        (InTitle * Mentions(alias, publisher)) + (InTitle * Mentions(alias, text.Title)) + (InLead * Mentions(alias, text.Lead)) + Mentions(alias, text.Body);

    private static int Mentions(string alias, string text)
    {
        var count = 0;
        for (var at = text.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = text.IndexOf(alias, at + alias.Length, StringComparison.Ordinal))
        {
            count += Stands(text, at, at + alias.Length) ? 1 : 0;
        }

        return count;
    }

    private static bool Stands(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
