using DigestWorker.Classifying.Ahead;
using DigestWorker.Classifying.Documents;
using DigestWorker.Classifying.Figures;
using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>What kind an entry is, what it is about and where it applies, each with its reasons.</summary>
internal sealed class EntryClassifier(IReadOnlyList<Topic> topics)
{
    private readonly TopicClassifier _topicClassifier = new(topics);

    public Understanding Understand(Entry entry, Source source) =>
        Understand(Reading.Of(entry, source.Publisher), entry, source);

    /// <param name="reading">Of the entry.</param>
    public Understanding Understand(Reading reading, Entry entry, Source source) =>
        new(
            KindClassifier.Classify(entry.DocumentType, reading),
            _topicClassifier.Classify(reading, source.Topics),
            AreaClassifier.Classify(reading, source.Areas))
        {
            Ahead = EventsAhead.Of(entry, reading),
            Documents = NamedDocuments.In(reading),
            Figures = FigureExtractor.Extract(reading),
        };
}
