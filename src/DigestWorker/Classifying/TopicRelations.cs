namespace DigestWorker.Classifying;

/// <summary>How topics of this field stand to each other; ids that the settings do not hold are simply never met.</summary>
internal static class TopicRelations
{
    private const string AdultSafeguarding = "adult-safeguarding";
    private const string AnyOther = "*";

    /// <summary>The first is about the second as well, whether its words stand there or not.</summary>
    private static readonly (string Topic, string Brings)[] Companions =
    [
        ("online-grooming", "online-safety"),
        ("child-abuse-imagery", "online-safety"),
    ];

    /// <summary>The first gives way to the second unless its score reaches so many times the other's.</summary>
    private static readonly (string Topic, string To, double Times)[] Concessions =
    [
        // The parent of these harms is a topic of its own only where it is as strong as they are.
        ("child-sexual-abuse", "child-sexual-exploitation", 0.8),
        ("child-sexual-abuse", "child-abuse-imagery", 0.8),
        ("child-sexual-abuse", "online-grooming", 0.8),
        ("child-sexual-abuse", "child-on-child-abuse", 0.5),
        // It stands in for the child protection system as a whole, so any particular harm comes first.
        ("multi-agency-working", AnyOther, 0.9),
        .. ChildrensTopics().Select(topic => (topic, AdultSafeguarding, 1.25)),
    ];

    public static IEnumerable<string> BroughtBy(string topic) =>
        Companions.Where(pair => pair.Topic == topic).Select(pair => pair.Brings);

    public static bool GivesWay(string topic, double score, string other, double otherScore) =>
        Concessions.Any(rule => rule.Topic == topic && (rule.To == other || rule.To == AnyOther) && score < rule.Times * otherScore);

    /// <summary>Kinds of abuse of adults do not get the topics of harm to children.</summary>
    private static string[] ChildrensTopics() =>
    [
        "neglect", "physical-abuse", "child-sexual-abuse", "child-sexual-exploitation", "child-criminal-exploitation", "mental-health",
        "domestic-abuse", "early-years", "attendance", "children-in-care", "modern-slavery", "substance-misuse", "send", "bullying", "multi-agency-working",
    ];
}
