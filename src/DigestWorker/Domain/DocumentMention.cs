using System.Globalization;

namespace DigestWorker.Domain;

/// <summary>A document that an entry tells of: guidance, a code, a framework, procedures.</summary>
/// <param name="Name">One for all its spellings: "keeping children safe in education" for KCSIE.</param>
/// <param name="Edition">"2024", "2024-09" where a month tells editions apart, "v2.0"; null where none is told.</param>
/// <param name="InTitle">Entries are mostly about what their title names.</param>
public sealed record DocumentMention(string Name, string? Edition, bool InTitle)
{
    /// <summary>The month that is printed on an edition and the one it came out in are often next to each other.</summary>
    private const int MonthsApart = 1;

    /// <summary>What is told is a consultation on it, which is a release of its own.</summary>
    public bool Draft { get; init; }

    /// <summary>False where the name is taken from a title's own words.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>True unless the two are told to be different documents, editions, or a draft and what became of it.</summary>
    public bool MayBe(DocumentMention other) =>
        Name == other.Name && Draft == other.Draft && (Edition is null || other.Edition is null || EditionsAgree(Edition, other.Edition));

    private static bool EditionsAgree(string one, string other) =>
        one == other
        || (one[0] != 'v' && other[0] != 'v' && one[..4] == other[..4]
            && (Month(one) is not { } first || Month(other) is not { } second || Math.Abs(first - second) <= MonthsApart));

    private static int? Month(string edition) => edition.Length > 4 ? int.Parse(edition.AsSpan(5), CultureInfo.InvariantCulture) : null;
}
