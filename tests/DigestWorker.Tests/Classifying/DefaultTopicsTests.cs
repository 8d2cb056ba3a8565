using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying;

public sealed class DefaultTopicsTests
{
    public static TheoryData<string> Ids => [.. DefaultTopics.All.Select(topic => topic.Id)];

    [Fact]
    public void There_are_twenty_seven_topics_and_the_painful_ones_are_sensitive()
    {
        Assert.Equal(27, DefaultTopics.All.Count);
        Assert.Equal(
            ["attendance", "bullying", "children-in-care", "early-years", "information-sharing", "multi-agency-working", "online-safety", "safer-recruitment", "send", "substance-misuse"],
            DefaultTopics.All.Where(topic => !topic.Sensitive).Select(topic => topic.Id).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_topic_can_be_read_by_the_settings_and_changed_there(string id)
    {
        var topic = Topic(id);

        Assert.NotEqual("", topic.Name);
        Assert.InRange(topic.Phrases.Count, 20, 150);
        Assert.All(topic.Phrases, phrase =>
        {
            Assert.InRange(phrase.Value, 0.5, 4);
            Assert.DoesNotContain(':', phrase.Key);
            Assert.Equal(phrase.Key.ToLowerInvariant(), phrase.Key);
            Assert.Equal(phrase.Key.Trim(), phrase.Key);
            Assert.InRange(phrase.Key.Split(' ').Length, 1, 10);
        });
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_topic_is_found_by_each_phrase_that_names_it(string id)
    {
        var classifier = new TopicClassifier([Topic(id)]);

        Assert.All(
            Topic(id).Phrases.Where(phrase => phrase.Value >= 4),
            phrase => Assert.Equal(id, Assert.Single(classifier.Classify(Texts.Reading(NameSpelling.Of(phrase.Key)), [])).Id));
    }

    private static Topic Topic(string id) => DefaultTopics.All.Single(topic => topic.Id == id);
}
