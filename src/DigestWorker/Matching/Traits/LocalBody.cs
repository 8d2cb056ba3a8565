using System.Text.RegularExpressions;

namespace DigestWorker.Matching.Traits;

/// <summary>A council, police force, partnership or board by its name: two of them writing of like things write of their own.</summary>
internal static partial class LocalBody
{
    /// <returns>The place in lower case, so that "Norfolk County Council" and "Norfolk Safeguarding Children Partnership" are both "norfolk".</returns>
    public static string? Of(string publisher) =>
        Name().Match(publisher) is { Success: true } match ? match.Groups["place"].Value.Trim().ToLowerInvariant() : null;

    [GeneratedRegex(
        @"^(?<place>\p{Lu}[\p{L}' ,&-]*?)[ ](?:(?:Local[ ])?Safeguarding|(?:County|City|Borough|District|Metropolitan|Parish|Town)?[ ]?Council\b|Police\b|Children's[ ]Services|Schools[ ]and[ ]Learning|Constabulary|Leadership[ ]Update|Adult[ ]Safeguarding)",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Name();
}
