using DigestWorker.Classifying.Documents;
using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>Gives an entry the topics whose phrases stand in its telling places, and says which phrases those were.</summary>
internal sealed class TopicClassifier
{
    private const int Most = 4;
    private const double Clear = 9;

    /// <summary>Enough where nothing is clear: one naming phrase in the opening.</summary>
    private const double Faint = 5;
    private const double ShareOfBest = 1.0 / 3;

    private readonly PhraseMatcher _matcher;
    private readonly IReadOnlyList<(string Topic, string Phrase, double Weight)> _signs;
    private readonly Dictionary<string, string> _names;
    private readonly HashSet<string> _needPeople;

    public TopicClassifier(IReadOnlyList<Topic> topics)
    {
        _signs = [.. topics.SelectMany(topic => topic.Phrases.Select(phrase => (topic.Id, NameSpelling.Of(phrase.Key), phrase.Value)))];
        _names = topics.ToDictionary(topic => topic.Id, topic => topic.Name, StringComparer.Ordinal);
        _needPeople = [.. topics.Where(topic => topic.NeedsPeople).Select(topic => topic.Id)];
        _matcher = new PhraseMatcher([.. _signs.Select(sign => sign.Phrase)]);
    }

    /// <returns>At most four, surest first.</returns>
    public IReadOnlyList<TopicLabel> Classify(Reading reading, IReadOnlyList<string> sourceTopics)
    {
        var evidence = Evidence(reading);
        foreach (var topic in sourceTopics)
        {
            evidence.GetValueOrDefault(topic)?.AddSourceHint();
        }

        var strong = Strong([.. Telling(evidence, reading).Select(found => new TopicLabel(found.Key, found.Value.Score, found.Value.Because))]);
        return [.. Companions(strong.Count == 0 ? OfDocuments(reading) : Settled(strong)).OrderByDescending(label => label.Score).ThenBy(label => label.Id, StringComparer.Ordinal).Take(Most)];
    }

    private IEnumerable<KeyValuePair<string, TopicEvidence>> Telling(Dictionary<string, TopicEvidence> evidence, Reading reading)
    {
        var ofPeople = new Lazy<bool>(() => PeopleWords.StandIn(reading));
        return evidence.Where(found => found.Value.IsNamed && (!found.Value.IsEveryday || !_needPeople.Contains(found.Key) || ofPeople.Value));
    }

    private IEnumerable<TopicLabel> OfDocuments(Reading reading) =>
        DocumentTopics.OfTitle(reading).Where(pair => _names.ContainsKey(pair.Topic)).Select(pair => new TopicLabel(pair.Topic, Faint, [$"names {pair.Document}"]));

    private Dictionary<string, TopicEvidence> Evidence(Reading reading)
    {
        var evidence = new Dictionary<string, TopicEvidence>(StringComparer.Ordinal);
        foreach (var (passage, hits) in reading.Passages.Select(passage => (passage, hits: _matcher.Find(passage.Text))).Where(found => found.hits.Count > 0))
        {
            var found = hits.Select(hit => _signs[hit.Phrase]).Distinct();
            foreach (var topic in found.GroupBy(sign => sign.Topic, sign => (sign.Phrase, sign.Weight), StringComparer.Ordinal))
            {
                evidence.TryAdd(topic.Key, new TopicEvidence());
                evidence[topic.Key].Add(passage.Place, [.. topic]);
            }
        }

        return evidence;
    }

    private static List<TopicLabel> Strong(List<TopicLabel> labels)
    {
        var best = labels.Count == 0 ? 0 : labels.Max(label => label.Score);
        return labels.FindAll(label => label.Score >= Math.Max(best >= Clear ? Clear : Faint, ShareOfBest * best));
    }

    private IEnumerable<TopicLabel> Settled(List<TopicLabel> labels)
    {
        var givingWay = labels.ToLookup(
            label => labels.Find(other => other.Id != label.Id && TopicRelations.GivesWay(label.Id, label.Score, other.Id, other.Score))?.Id);
        return givingWay[null].Select(label => label with
        {
            Because = [.. label.Because, .. givingWay[label.Id].Select(other => $"rather than {_names[other.Id]}")],
        });
    }

    private IEnumerable<TopicLabel> Companions(IEnumerable<TopicLabel> labels)
    {
        var given = labels.ToList();
        var brought = given.SelectMany(label => TopicRelations.BroughtBy(label.Id).Select(id => (Id: id, By: label)))
            .Where(pair => _names.ContainsKey(pair.Id) && !given.Exists(label => label.Id == pair.Id))
            .DistinctBy(pair => pair.Id);
        return given.Concat(brought.Select(pair => new TopicLabel(pair.Id, pair.By.Score * 0.9, [$"goes with {_names[pair.By.Id]}"])));
    }
}
