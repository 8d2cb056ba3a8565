using System.Diagnostics;
using System.Diagnostics.Metrics;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Measuring;

/// <summary>What the service counts and times (docs/telemetry.md). Tags are few and never of a person.</summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "DigestWorker";

    private readonly Meter _meter = new(Name);
    private readonly ActivitySource _spans = new(Name);
    private readonly Counter<long> _entries, _releases, _joined, _digests, _deliveries, _letters, _bounces, _reloads;
    private readonly Histogram<double> _reads, _composing, _mails;

    public Instruments()
    {
        _entries = _meter.CreateCounter<long>("digestworker.entries", "{entry}", "Entries that sources gave, by what they were.");
        _joined = _meter.CreateCounter<long>("digestworker.entries.joined", "{entry}", "Entries that were put to a release that was known.");
        _releases = _meter.CreateCounter<long>("digestworker.releases", "{release}", "Releases that an entry founded.");
        _reads = _meter.CreateHistogram<double>("digestworker.source.read.duration", "s", "How long reading and storing one source took.");
        _digests = _meter.CreateCounter<long>("digestworker.digests", "{digest}", "Digests composed.");
        _composing = _meter.CreateHistogram<double>("digestworker.edition.compose.duration", "s", "How long composing an edition took.");
        _deliveries = _meter.CreateCounter<long>("digestworker.deliveries", "{delivery}", "Deliveries by what became of a try.");
        _mails = _meter.CreateHistogram<double>("digestworker.delivery.duration", "s", "How long the mail server took over one digest.");
        _letters = _meter.CreateCounter<long>("digestworker.letters", "{letter}", "Letters by what became of a try.");
        _bounces = _meter.CreateCounter<long>("digestworker.bounces", "{bounce}", "Mails that came back, and refusals of an address.");
        _reloads = _meter.CreateCounter<long>("digestworker.settings.reloads", "{reload}", "Changed settings that were looked at, by what came of it.");
    }

    public void Read(string source, string outcome, StoredCounts counts, TimeSpan took)
    {
        _reads.Record(took.TotalSeconds, new("digestworker.source", source), new("digestworker.outcome", outcome));
        Count(source, "new", counts.New);
        Count(source, "revised", counts.Revised);
        Count(source, "known", counts.Known);
    }

    public void Matched(MatchReport report)
    {
        _releases.Add(report.Releases);
        _joined.Add(report.Joined.Count);
    }

    public void Composed(int digests, TimeSpan took)
    {
        _digests.Add(digests);
        _composing.Record(took.TotalSeconds);
    }

    public void Mailed(TimeSpan took) => _mails.Record(took.TotalSeconds);

    public void Delivery(DeliveryState outcome) => _deliveries.Add(1, Outcome(outcome));

    public void Letter(DeliveryState outcome) => _letters.Add(1, Outcome(outcome));

    public void Bounce(BounceKind kind) => _bounces.Add(1, new KeyValuePair<string, object?>("digestworker.bounce.kind", kind.ToString().ToLowerInvariant()));

    public void Reload(bool taken) => _reloads.Add(1, new KeyValuePair<string, object?>("digestworker.outcome", taken ? "taken" : "refused"));

    /// <summary>Asked whenever the meter is read.</summary>
    public void Watch<T>(string name, string unit, string description, Func<IEnumerable<Measurement<T>>> read)
        where T : struct => _meter.CreateObservableGauge(name, read, unit, description);

    /// <returns>Null where nobody listens.</returns>
    public Activity? Span(string name) => _spans.StartActivity(name);

    public void Dispose()
    {
        _meter.Dispose();
        _spans.Dispose();
    }

    private void Count(string source, string outcome, int entries)
    {
        if (entries > 0)
        {
            _entries.Add(entries, new("digestworker.source", source), new("digestworker.outcome", outcome));
        }
    }

    private static KeyValuePair<string, object?> Outcome(DeliveryState outcome) => new("digestworker.outcome", outcome.ToString().ToLowerInvariant());
}
