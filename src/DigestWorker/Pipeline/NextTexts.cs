using DigestWorker.Classifying.Changes;
using DigestWorker.Domain;
using DigestWorker.Matching.Weighing;
using DigestWorker.Pipeline.Releasing;

namespace DigestWorker.Pipeline;

/// <summary>Whether a text that took the place of another tells of another release: next year's figures, a document's next edition.</summary>
internal sealed class NextTexts(UnderstandEntry understand)
{
    public bool Are(Source source, (Entry Before, Entry After) texts, Change change) =>
        source.Kind == SourceKind.PageList ? change.Type == ChangeType.NewPeriod
        : change.Type is ChangeType.NewPeriod or ChangeType.Substantive && AreNext(source, texts, change.Type == ChangeType.NewPeriod);

    private bool AreNext(Source source, (Entry Before, Entry After) texts, bool isNewPeriod)
    {
        var traits = understand.Read([ToRead(source, texts.Before), ToRead(source, texts.After)]).Select(understood => understood.Member.Traits).ToList();
        return NextRelease.Is(traits[0], traits[1], isNewPeriod);
    }

    private static PendingEntry ToRead(Source source, Entry entry) =>
        new(0, source.Name, source.Publisher, entry, ContentHash: null, entry.Published?.At ?? DateTimeOffset.UnixEpoch, InRelease: false);
}
