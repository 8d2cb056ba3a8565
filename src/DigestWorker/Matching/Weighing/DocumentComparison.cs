using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Guidance has no figures: the name and the edition of the document that both tell of take their place.</summary>
internal static class DocumentComparison
{
    public static IEnumerable<Observation> Of(EntryTraits first, EntryTraits second)
    {
        var (ones, others) = (Telling(first), Telling(second));
        var shared = ones.Where(one => others.Any(other => other.Name == one.Name)).ToList();
        yield return new Observation(EvidenceKind.SameDocument, shared.Count > 0 ? 1 : 0, string.Join(", ", shared.Select(one => one.Name)));
        yield return new Observation(EvidenceKind.OtherDocument, shared.Count == 0 && ones.Length > 0 && others.Length > 0 ? 1 : 0);
        var editions = shared.SelectMany(one => others.Where(other => other.Name == one.Name && other.Edition is not null && one.Edition is not null)
            .Select(other => (One: one.Edition!, Other: other.Edition!))).ToList();
        var same = editions.Exists(pair => AreOne(pair.One, pair.Other));
        yield return new Observation(EvidenceKind.SameEdition, same ? 1 : 0, editions.Find(pair => AreOne(pair.One, pair.Other)).One ?? "");
        yield return new Observation(EvidenceKind.OtherEdition, editions.Count > 0 && !same ? 1 : 0);
    }

    // "2024" and "2024-09" may be one edition, "2024-01" and "2024-11" are two.
    private static bool AreOne(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static DocumentTrait[] Telling(EntryTraits traits) => [.. traits.Documents.Where(document => document.Telling)];
}
