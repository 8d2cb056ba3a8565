using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One topic of <c>Topics</c>, keyed by id; the built-in ones may be changed key by key.</summary>
internal sealed class TopicSettings
{
    [Description("As readers see it; a new topic needs one.")]
    public string? Name { get; init; }

    [Description("Phrase to weight, such as \"age assurance\": 2; weight 0 takes a built-in phrase away.")]
    [Range(0, 10)]
    public Dictionary<string, double> Phrases { get; init; } = [];

    [Description("Whether releases on it are told with more care.")]
    public bool Sensitive { get; init; }

    [Description("Whether its everyday words, which weigh less than 4, count only in a text that speaks of children, families, schools or adults at risk.")]
    public bool NeedsPeople { get; init; }
}
