using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Collecting.Apis;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>Addresses and identities of GOV.UK, wherever a copy of its answers was read from.</summary>
internal static partial class GovUkSite
{
    public static readonly Uri Home = new("https://www.gov.uk/");

    public static bool Is(Uri address) =>
        address.Host.Equals("gov.uk", StringComparison.OrdinalIgnoreCase) || address.Host.Equals(Home.Host, StringComparison.OrdinalIgnoreCase);

    public static string Titles(IEnumerable<JsonElement> organisations) =>
        string.Join(", ", organisations.Select(organisation => organisation.Text("title")).Where(title => title.Length > 0));

    /// <returns>The same wherever the page is found; null where GOV.UK gave no content id.</returns>
    public static string? GlobalId(string contentId, string locale) =>
        contentId.Length > 0 ? $"gov.uk/{contentId}/{locale}" : null;

    /// <summary>Translations share a content id; their path ends in the language: /government/news/winter.cy.</summary>
    public static string LocaleOf(string path) => Language().Match(path) is { Success: true } match ? match.Groups[1].Value : "en";

    [GeneratedRegex(@"\.([a-z]{2}(?:-[a-z0-9]{2,4})?)$", RegexOptions.None, Pattern.Limit)]
    private static partial Regex Language();
}
