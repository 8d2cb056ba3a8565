using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// GOV.UK gives each publication a page of its own, so that two pages are two things however alike they read. Only its news tells
/// of what stands on another page.
/// </summary>
internal static class OwnPages
{
    private const string Site = "https://www.gov.uk/";

    public static bool AreTwo(EntryTraits first, EntryTraits second) =>
        PageOf(first.Address) is { } one && PageOf(second.Address) is { } other && one != other;

    /// <summary>"government/publications/x" for what stands below it, too, in whatever language.</summary>
    private static string? PageOf(string address)
    {
        if (!address.StartsWith(Site, StringComparison.Ordinal))
        {
            return null;
        }

        var path = address[Site.Length..].Split('?', '#')[0].Trim('/').Split('/');
        return path switch
        {
            ["government", "news" or "speeches" or "fatalities" or "organisations", ..] => null,
            ["government", _, var name, ..] => $"{path[0]}/{path[1]}/{WithoutLanguage(name)}",
            ["guidance", var name, ..] => $"{path[0]}/{WithoutLanguage(name)}",
            ["government", ..] or [""] => null,
            [var name, ..] => WithoutLanguage(name),
            [] => null,
        };
    }

    private static string WithoutLanguage(string name) => name.Split('.')[0];
}
