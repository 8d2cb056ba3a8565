using DigestWorker.Bench;
using DigestWorker.Bench.Micro;
using DigestWorker.Bench.Monday;
using DigestWorker.Bench.Synthetic;
using Spectre.Console;

if (args is [MondayEdition.Verb, var settings])
{
    return await MondayEdition.RunAsync(settings);
}

// Each scenario measures whole processes or whole verbs and sets them against a stated limit; name one to run it alone:
//   dotnet run -c Release --project bench/DigestWorker.Bench -- years
Scenario[] scenarios =
[
    new("collect", () => CollectScenario.RunAsync(feeds: 200, entries: 50)),
    new("sources", () => SourcesScenario.RunAsync(feeds: 500, entries: 50)),
    new("program", ProgramScenario.RunAsync),
    new("understand", UnderstandScenario.RunAsync),
    new("match", () => MatchingScenario.RunAsync(few: 1_000, many: 10_000)),
    new("match-hundred-thousand", () => MatchingScenario.RunAsync(few: 10_000, many: 100_000)) { IsLong = true },
    new("match-million", () => MatchingScenario.RunAsync(few: 10_000, many: 1_000_000)) { IsLong = true },
    new("compose", ComposeScenario.RunAsync),
    new("monday-ten-thousand", () => MondayScenario.RunAsync(most: 10_000)),
    new("monday-hundred-thousand", () => MondayScenario.RunAsync(most: 100_000)) { IsLong = true },
    new("monday-million", () => MondayScenario.RunAsync(most: 1_000_000)) { IsLong = true },
    new("send", () => SendScenario.RunAsync(mails: 20_000)),
    new("send-hundred-thousand", () => SendScenario.RunAsync(mails: 100_000)) { IsLong = true },
    new("telemetry", () => TelemetryScenario.RunAsync(mails: 5_000)),
    new("status", () => StatusScenario.RunAsync(entries: 100_000)),
    new("web", () => WebScenario.RunAsync(subscribers: 50_000, mails: 20_000)),
    new("import", () => ImportScenario.RunAsync(rows: 50_000)),
    new("micro", MicroBenchmarks.RunAsync),
    new("explain-hundred-thousand", () => ExplainScenario.RunAsync(entries: 100_000, subscribers: 1_000)) { IsLong = true },
    new("years", () => YearsScenario.RunAsync(seed: 1)),
];

if (args.Except(scenarios.Select(scenario => scenario.Name), StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"No scenario is called {string.Join(", ", unknown)}; there are {string.Join(", ", scenarios.Select(scenario => scenario.Name))}.");
    return 2;
}

var measures = new List<Measure>();
foreach (var scenario in scenarios.Where(scenario => args.Length == 0 ? !scenario.IsLong : args.Contains(scenario.Name, StringComparer.Ordinal)))
{
    measures.AddRange(await scenario.RunAsync());
}

var table = new Table().AddColumns("What", "Measured", "Limit", "Met");
foreach (var measure in measures)
{
    table.AddRow(measure.Detail.Length == 0 ? measure.What : $"{measure.What}\n    {measure.Detail}", $"{measure.Value:0.00#} {measure.Unit}", $"{measure.Limit:0.##} {measure.Unit}", measure.IsMet ? "yes" : "NO");
}

AnsiConsole.Write(table);
return measures.TrueForAll(measure => measure.IsMet) ? 0 : 1;
