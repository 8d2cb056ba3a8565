using DigestWorker.Bench;
using DigestWorker.Bench.Micro;
using DigestWorker.Bench.Synthetic;
using Spectre.Console;

// Each scenario measures whole processes or whole verbs and sets them against a stated limit; name one to run it alone:
//   dotnet run -c Release --project bench/DigestWorker.Bench -- years
// Those of a hundred thousand and a million run only when they are named: they take minutes and some gigabytes.
var scenarios = new Dictionary<string, Func<Task<Measure[]>>>(StringComparer.Ordinal)
{
    ["collect"] = () => CollectScenario.RunAsync(feeds: 200, entries: 50),
    ["sources"] = () => SourcesScenario.RunAsync(feeds: 500, entries: 50),
    ["program"] = ProgramScenario.RunAsync,
    ["understand"] = UnderstandScenario.RunAsync,
    ["match"] = () => MatchingScenario.RunAsync(few: 1_000, many: 10_000),
    ["match-hundred-thousand"] = () => MatchingScenario.RunAsync(few: 10_000, many: 100_000),
    ["match-million"] = () => MatchingScenario.RunAsync(few: 10_000, many: 1_000_000),
    ["compose"] = ComposeScenario.RunAsync,
    ["send"] = () => SendScenario.RunAsync(mails: 20_000),
    ["send-hundred-thousand"] = () => SendScenario.RunAsync(mails: 100_000),
    ["telemetry"] = () => TelemetryScenario.RunAsync(mails: 5_000),
    ["status"] = () => StatusScenario.RunAsync(entries: 100_000),
    ["web"] = () => WebScenario.RunAsync(subscribers: 50_000, mails: 20_000),
    ["import"] = () => ImportScenario.RunAsync(rows: 50_000),
    ["micro"] = MicroBenchmarks.RunAsync,
    ["explain-hundred-thousand"] = () => ExplainScenario.RunAsync(entries: 100_000, subscribers: 1_000),
    ["years"] = () => YearsScenario.RunAsync(seed: 1),
};

if (args.Except(scenarios.Keys, StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"No scenario is called {string.Join(", ", unknown)}; there are {string.Join(", ", scenarios.Keys)}.");
    return 2;
}

var measures = new List<Measure>();
foreach (var (_, run) in scenarios.Where(scenario => args.Length == 0 ? !scenario.Key.Contains("-hundred", StringComparison.Ordinal) && !scenario.Key.Contains("-million", StringComparison.Ordinal) : args.Contains(scenario.Key, StringComparer.Ordinal)))
{
    measures.AddRange(await run());
}

var table = new Table().AddColumns("What", "Measured", "Limit", "Met");
foreach (var measure in measures)
{
    table.AddRow(measure.What, $"{measure.Value:0.00#} {measure.Unit}", $"{measure.Limit:0.##} {measure.Unit}", measure.IsMet ? "yes" : "NO");
}

AnsiConsole.Write(table);
return measures.TrueForAll(measure => measure.IsMet) ? 0 : 1;
