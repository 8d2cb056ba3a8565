using DigestWorker.Classifying.Changes;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline;

/// <summary>A publisher that calls the same words something else, such as accredited official statistics, is told in silence.</summary>
internal static class TypeChange
{
    /// <returns>The change itself where it says more than that.</returns>
    public static Change Of(Change change, Entry before, Entry after) =>
        (change.Type, before.DocumentType, after.DocumentType) is (ChangeType.Nothing or ChangeType.Furniture, { } was, { } now) && was != now
            ? Called(InWords(was), InWords(now))
            : change;

    private static Change Called(string was, string now)
    {
        var summary = $"Its publisher calls it {now} now, before it was {was}.";
        return new Change(Substantive: false, summary, [summary], ChangeType.Wording);
    }

    private static string InWords(string documentType) => documentType.Replace('_', ' ');
}
