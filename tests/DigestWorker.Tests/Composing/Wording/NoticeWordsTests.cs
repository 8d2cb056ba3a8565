using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class NoticeWordsTests
{
    [Theory]
    [InlineData("leads@example.org", "Contact: leads@example.org.")]
    [InlineData("Leads <leads@example.org>", "Contact: Leads (leads@example.org).")]
    [InlineData("\"Leads, north\" <leads@example.org>", "Contact: Leads, north (leads@example.org).")]
    public void A_contact_stands_in_the_notice_as_words_and_not_as_markup(string contact, string words)
    {
        var subscriber = new Subscriber(1, "lead@example.org", null, ["dsl"], [], [], SubscriberState.Active, An.OrdinaryInstant)
        {
            AddedBy = [new AddedBy("Leads", null, contact, An.OrdinaryInstant)],
        };

        Assert.Contains(words, NoticeWords.Of(subscriber, hasStopLink: true, keptMonths: 13), StringComparison.Ordinal);
    }
}
