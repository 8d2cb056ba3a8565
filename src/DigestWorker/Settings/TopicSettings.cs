using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One topic of <c>Topics</c>, keyed by id; the built-in ones may be changed key by key.</summary>
internal sealed class TopicSettings
{
    public string? Name { get; init; }

    /// <summary>Phrase to weight; weight 0 takes a built-in phrase away.</summary>
    [Range(0, 10)]
    public Dictionary<string, double> Phrases { get; init; } = [];

    public bool Sensitive { get; init; }
}
