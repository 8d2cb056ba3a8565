using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Guidance has no figures: the name and the edition of the document that both tell of take their place.</summary>
internal static class DocumentComparison
{
    public static void Note(EntryTraits first, EntryTraits second, Observations seen)
    {
        var (ones, others) = (MainOf(first), MainOf(second));
        if (ones.Count == 0 || others.Count == 0)
        {
            return;
        }

        var shared = Shared(ones, others).ToList();
        seen.Note(EvidenceKind.SameDocument, shared.Count > 0);
        seen.Note(EvidenceKind.OtherDocument, shared.Count == 0);
        seen.Note(EvidenceKind.OtherStage, shared.Exists(pair => pair.One.Stage != pair.Other.Stage));

        var editions = Editions(shared).ToList();
        var same = editions.Exists(pair => AreOne(pair.One, pair.Other));
        seen.Note(EvidenceKind.SameEdition, same);
        seen.Note(EvidenceKind.OtherEdition, editions.Count > 0 && !same);
    }

    public static IEnumerable<string> SharedNames(EntryTraits first, EntryTraits second) =>
        Shared(MainOf(first), MainOf(second)).Select(pair => pair.One.Name);

    /// <returns>Null where they share none.</returns>
    public static string? SharedEdition(EntryTraits first, EntryTraits second) =>
        Editions(Shared(MainOf(first), MainOf(second))).FirstOrDefault(pair => AreOne(pair.One, pair.Other)).One;

    /// <returns>Which editions of one document the two tell of; null where they tell of the same, or do not say.</returns>
    public static (string One, string Other)? OtherEditions(EntryTraits first, EntryTraits second)
    {
        var editions = Editions(Shared(MainOf(first), MainOf(second))).ToList();
        return editions.Count == 0 || editions.Exists(pair => AreOne(pair.One, pair.Other)) ? null : editions[0];
    }

    public static bool AreOneEdition(EntryTraits first, EntryTraits second) =>
        SharedEdition(first, second) is not null;

    private static IEnumerable<(DocumentMention One, DocumentMention Other)> Shared(List<DocumentMention> ones, List<DocumentMention> others) =>
        ones.Join(others, one => one.Name, other => other.Name, (one, other) => (one, other));

    private static IEnumerable<(string One, string Other)> Editions(IEnumerable<(DocumentMention One, DocumentMention Other)> shared) =>
        shared.Where(pair => pair.One.Edition is not null && pair.Other.Edition is not null).Select(pair => (pair.One.Edition!, pair.Other.Edition!));

    /// <summary>What the title names; where it names none, what the opening does. Figures on a subject are not the document on it.</summary>
    private static List<DocumentMention> MainOf(EntryTraits traits)
    {
        if (traits.Kind == Kind.Statistics || traits.Documents.Length == 0)
        {
            return [];
        }

        var inTitle = traits.Documents.Where(document => document.Place == DocumentPlace.Title).ToList();
        return inTitle.Count > 0 ? inTitle : [.. traits.Documents.Where(document => document.Place == DocumentPlace.Opening)];
    }

    // "2024" and "2024-09" may be one edition, "2024-01" and "2024-11" are two.
    private static bool AreOne(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
}
