using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>A council, police force, partnership or board by its name: two of them writing of like things write of their own.</summary>
internal static partial class LocalBody
{
    /// <returns>The place in lower case, so that "Norfolk County Council" and "Norfolk Safeguarding Children Partnership" are both "norfolk".</returns>
    public static string? Of(string publisher) =>
        Name().Match(publisher) is { Success: true } match ? match.Groups["place"].Value.Trim().ToLowerInvariant() : null;

    /// <summary>True for its procedures, reports and toolkits; what it passes on of others is told by their names.</summary>
    /// <param name="namesDocument">True where the title names a document that others publish, which a bulletin then tells of.</param>
    public static bool IsOwnPaper(string publisher, string title, bool namesDocument) =>
        Of(publisher) is not null && (Paper().IsMatch(title) || (!namesDocument && Carrier().IsMatch(title)));

    [GeneratedRegex(
        @"\b(?:procedures?|manual|amendments|local|our|annual report|strategy|(?<!your )policy|toolkit|resources|pathway|protocol|thresholds?|business plan|training)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Paper();

    [GeneratedRegex(@"\b(?:newsletter|bulletin|learning briefing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Carrier();

    [GeneratedRegex(
        @"^(?!(?:National|General|British|UK|Muslim|Nursing|Research|Arts|Bar|Sentencing|Refugee|Scottish|Welsh)\b)(?<place>\p{Lu}[\p{L}' ,&-]*?)[ ](?:(?:Local[ ])?Safeguarding|(?:County|City|Borough|District|Metropolitan|Parish|Town)?[ ]?Council\b|Police\b|Children's[ ]Services|Schools[ ]and[ ]Learning|Constabulary|Leadership[ ]Update|Adult[ ]Safeguarding)",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex Name();
}
