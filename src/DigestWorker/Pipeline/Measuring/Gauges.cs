using System.Diagnostics.Metrics;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Measuring;

/// <summary>What the database says at the moment: read whenever somebody exports, and only then.</summary>
internal sealed class Gauges(Instruments instruments, Queues queues, Editions editions, Troubles troubles, TimeProvider time)
{
    public void Add()
    {
        instruments.Watch("digestworker.queue.depth", "{mail}", "Mails that are still to be sent.", Depth);
        instruments.Watch("digestworker.queue.oldest.age", "s", "How long the digest that has waited longest has waited.", OldestAge);
        instruments.Watch("digestworker.edition.age", "s", "How long ago the newest edition ended.", EditionAge);
        instruments.Watch("digestworker.troubles", "{trouble}", "What needs the admin at present.", Troubles);
    }

    private IEnumerable<Measurement<long>> Depth()
    {
        var queue = queues.Find();
        return [new(queue.Digests, Kind("digest")), new(queue.Letters, Kind("letter"))];
    }

    private IEnumerable<Measurement<double>> OldestAge() => [new(queues.Find().Oldest is { } oldest ? (time.GetUtcNow() - oldest).TotalSeconds : 0)];

    private IEnumerable<Measurement<double>> EditionAge() =>
        editions.LatestCutOff(time.GetUtcNow()) is { } cutOff ? [new((time.GetUtcNow() - cutOff).TotalSeconds)] : [];

    private IEnumerable<Measurement<long>> Troubles() =>
        troubles.Open().CountBy(trouble => trouble.Topic).Select(count => new Measurement<long>(count.Value, new KeyValuePair<string, object?>("digestworker.topic", count.Key)));

    private static KeyValuePair<string, object?> Kind(string kind) => new("digestworker.queue", kind);
}
