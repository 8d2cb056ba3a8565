using DigestWorker.Classifying.Ahead;
using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>What kind an entry is, what it is about and where it applies, each with its reasons.</summary>
internal sealed class EntryClassifier(IReadOnlyList<Topic> topics)
{
    private readonly TopicClassifier _topicClassifier = new(topics);

    public Understanding Understand(Entry entry, Source source)
    {
        var reading = Reading.Of(entry, source.Publisher);
        return new Understanding(
            KindClassifier.Classify(entry.DocumentType, reading),
            _topicClassifier.Classify(reading, source.Topics),
            AreaClassifier.Classify(reading, source.Areas))
        {
            Ahead = EventsAhead.Of(entry, reading),
        };
    }
}
