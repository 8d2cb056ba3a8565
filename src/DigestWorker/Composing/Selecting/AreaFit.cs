namespace DigestWorker.Composing.Selecting;

/// <summary>What the places that a release is about mean to somebody who follows certain areas.</summary>
/// <param name="Matched">The followed area that the release names; null where it names none.</param>
internal sealed record AreaFit(double Points, string? Matched)
{
    private static readonly AreaFit Neutral = new(0, Matched: null);
    private static readonly AreaFit Elsewhere = new(-1, Matched: null);

    public static AreaFit Of(IReadOnlyList<string> about, IReadOnlyList<string> followed)
    {
        if (about.Count == 0 || followed.Count == 0)
        {
            return Neutral;
        }

        string[] named = [.. followed.Where(area => about.Contains(area, StringComparer.OrdinalIgnoreCase))];
        if (named.Length > 0)
        {
            var nearest = Array.Find(named, area => !Nation.IsWide(area));
            return nearest is null ? new AreaFit(0.5, named[0]) : new AreaFit(1, nearest);
        }

        return about.Any(place => followed.Any(area => OneHoldsTheOther(place, area))) ? Neutral : Elsewhere;
    }

    private static bool OneHoldsTheOther(string place, string area) =>
        (Nation.IsWide(place) || Nation.IsWide(area)) && Nation.Of(place).Intersect(Nation.Of(area), StringComparer.Ordinal).Any();
}
