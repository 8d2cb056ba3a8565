using DigestWorker.Domain;

namespace DigestWorker.Classifying.Documents;

/// <summary>
/// What well-known guidance is about whose own title does not say it: a page that only names the document must not be about nothing.
/// </summary>
internal static class DocumentTopics
{
    private static readonly Dictionary<string, string[]> Topics = new(StringComparer.Ordinal)
    {
        ["keeping children safe in education"] = ["multi-agency-working", "safer-recruitment"],
        ["keeping learners safe"] = ["multi-agency-working", "safer-recruitment"],
        ["safeguarding and child protection in schools ni"] = ["multi-agency-working", "safer-recruitment"],
        ["keeping children safe in out-of-school settings"] = ["safer-recruitment"],
        ["out-of-school settings code"] = ["safer-recruitment"],
        ["low-level concerns guidance"] = ["safer-recruitment"],
        ["safer working practice guidance"] = ["safer-recruitment"],
        ["dbs guidance"] = ["safer-recruitment"],
        ["working together to safeguard children"] = ["multi-agency-working"],
        ["working together to safeguard people"] = ["multi-agency-working"],
        ["wales safeguarding procedures"] = ["multi-agency-working"],
        ["national guidance for child protection in scotland"] = ["multi-agency-working"],
        ["getting it right for every child"] = ["multi-agency-working"],
        ["co-operating to safeguard children in northern ireland"] = ["multi-agency-working"],
        ["what to do if you're worried a child is being abused"] = ["multi-agency-working"],
        ["london safeguarding children procedures"] = ["multi-agency-working"],
        ["threshold guidance"] = ["multi-agency-working"],
        ["care planning, placement and case review"] = ["children-in-care"],
        ["fostering services guidance"] = ["children-in-care"],
        ["early years foundation stage"] = ["early-years"],
        ["children who run away or go missing"] = ["missing-children"],
        ["children missing education"] = ["missing-children", "attendance"],
        ["care and support statutory guidance"] = ["adult-safeguarding"],
        ["making safeguarding personal"] = ["adult-safeguarding"],
    };

    /// <returns>The topics of the documents that the title names, each with that document's name.</returns>
    public static IEnumerable<(string Topic, string Document)> OfTitle(Reading reading) =>
        NamedDocuments.In(reading)
            .Where(document => document.Place == DocumentPlace.Title)
            .SelectMany(document => Topics.GetValueOrDefault(document.Name, []).Select(topic => (topic, document.Name)))
            .DistinctBy(pair => pair.topic);
}
