using DigestWorker.Bench.Cli;
using DigestWorker.Bench.Collecting;
using DigestWorker.Bench.Composing;
using DigestWorker.Bench.Matching;
using DigestWorker.Bench.Micro;
using DigestWorker.Bench.Monday;
using DigestWorker.Bench.Sending;
using DigestWorker.Bench.Web;

namespace DigestWorker.Bench;

/// <summary>All that the bench can measure.</summary>
internal static class Scenarios
{
    public static readonly Scenario[] All =
    [
        new("collect", () => CollectScenario.RunAsync(feeds: 200, entries: 50)) { SmallAsync = () => CollectScenario.RunAsync(feeds: 5, entries: 5) },
        new("sources", () => SourcesScenario.RunAsync(feeds: 500, entries: 50)) { SmallAsync = () => SourcesScenario.RunAsync(feeds: 5, entries: 5) },
        new("program", ProgramScenario.RunAsync),
        new("understand", UnderstandScenario.RunAsync),
        new("match", () => MatchingScenario.RunAsync(few: 1_000, many: 10_000)),
        new("match-hundred-thousand", () => MatchingScenario.RunAsync(few: 10_000, many: 100_000)) { IsLong = true },
        new("match-million", () => MatchingScenario.RunAsync(few: 10_000, many: 1_000_000)) { IsLong = true },
        new("match-dense", () => MatchingScenario.DenseAsync(sparse: 10_000, dense: 200_000)) { IsLong = true },
        new("compose", ComposeScenario.RunAsync),
        new("past", PastDigestsScenario.RunAsync),
        new("monday-ten-thousand", () => MondayScenario.RunAsync(most: 10_000)) { On = BenchDatabase.Kind },
        new("monday-hundred-thousand", () => MondayScenario.RunAsync(most: 100_000)) { IsLong = true, On = BenchDatabase.Kind },
        new("monday-million", () => MondayScenario.RunAsync(most: 1_000_000)) { IsLong = true, On = BenchDatabase.Kind },
        new("send", () => SendScenario.RunAsync(mails: 10_000)) { On = OtherTransport.BuiltIn, SmallAsync = () => SendScenario.RunAsync(mails: 200) },
        new("send-hundred-thousand", () => SendScenario.RunAsync(mails: 100_000)) { IsLong = true, On = OtherTransport.BuiltIn },
        new("send-postgres", () => PostgresSendScenario.RunAsync(mails: 5_000)) { IsLong = true, SmallAsync = BenchDatabase.IsPostgres ? () => PostgresSendScenario.RunAsync(mails: 200) : null },
        new("workers", () => WorkersScenario.RunAsync(mails: 1_500)) { IsLong = true },
        new("telemetry", () => TelemetryScenario.RunAsync(mails: 5_000)) { SmallAsync = () => TelemetryScenario.RunAsync(mails: 200) },
        new("status", () => StatusScenario.RunAsync(entries: 100_000)),
        new("web", () => WebScenario.RunAsync(subscribers: 50_000, mails: 20_000)),
        new("import", () => ImportScenario.RunAsync(rows: 50_000)) { SmallAsync = () => ImportScenario.RunAsync(rows: 50) },
        new("micro", MicroBenchmarks.RunAsync),
        new("growth", GrowthScenario.RunAsync) { IsLong = true },
        new("explain-hundred-thousand", () => ExplainScenario.RunAsync(entries: 100_000, subscribers: 1_000)) { IsLong = true },
        new("years", () => YearsScenario.RunAsync(seed: 1)),
    ];
}
