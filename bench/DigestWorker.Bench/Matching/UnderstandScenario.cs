using System.Diagnostics;
using System.Globalization;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Classifying;
using DigestWorker.Domain;

namespace DigestWorker.Bench.Matching;

/// <summary>Reading one entry: labels, documents and figures of a thousand words, and of what an attacker might send.</summary>
internal static class UnderstandScenario
{
    private const int Rounds = 3000;

    public static Task<Measure[]> RunAsync()
    {
        var classifier = new EntryClassifier(SyntheticProgram.Defaults().Topics);
        var thousand = P95(classifier, SyntheticText.Of(1000), Rounds);
        var four = P95(classifier, SyntheticText.Of(4000), Rounds / 4);
        return Task.FromResult<Measure[]>(
        [
            new Measure("Understanding 1,000 words, all of them about figures, p95", thousand, 2, "ms"),
            new Measure("  four times the words, times the time", four / thousand, 5, "x"),
            new Measure("Understanding 1 MB of digits", P95(classifier, new string('7', 1_000_000), 3), 200, "ms"),
            new Measure("Understanding 1 MB of numbers", P95(classifier, Numbers(" "), 3), 200, "ms"),
            new Measure("Understanding 1 MB of numbers without a space", P95(classifier, Numbers(","), 3), 200, "ms"),
        ]);
    }

    private static string Numbers(string between) =>
        string.Join(between, Enumerable.Range(0, 160_000).Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static double P95(EntryClassifier classifier, string content, int rounds)
    {
        var entry = new Entry { Title = "Online grooming offences up by 44% in 2023/24", Content = content };
        var source = new Source("bench", SourceKind.Feed, new Uri("https://example.org"), "NSPCC", [], []);
        var times = new List<double>();
        for (var round = 0; round < 2 * rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            classifier.Understand(entry, source);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Skip(rounds).Order().ElementAt((int)(rounds * 0.95));
    }
}
