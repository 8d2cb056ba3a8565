using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Telemetry;

/// <summary>What docs/telemetry.md promises to whoever draws a graph.</summary>
[Collection(Alone.Name)]
public sealed partial class DocumentedNamesTests
{
    [Fact]
    public void Every_instrument_is_documented_with_its_unit_and_every_documented_one_is_there()
    {
        var published = new SortedSet<string>(StringComparer.Ordinal);
        using var newsroom = new Newsroom(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Note(instrument, published) };
        listener.Start();
        newsroom.Services.GetRequiredService<Gauges>().Add();

        Assert.Equal(Documented(), published);
    }

    private static void Note(Instrument instrument, SortedSet<string> published)
    {
        if (instrument.Meter.Name == Instruments.Name)
        {
            published.Add($"{instrument.Name} {Kind(instrument)} {instrument.Unit}");
        }
    }

    private static string Kind(Instrument instrument) => instrument switch
    {
        Histogram<double> => "histogram",
        { IsObservable: true } => "gauge",
        _ => "counter",
    };

    private static SortedSet<string> Documented() => new(
        Row().Matches(File.ReadAllText(Path.Combine(Folders.Repository, "docs", "telemetry.md"))).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value}"),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(digestworker\.[a-z.]+)` \| ([a-z]+) \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
