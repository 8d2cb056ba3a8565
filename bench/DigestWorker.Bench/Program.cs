using DigestWorker.Bench;
using DigestWorker.Bench.Comparing;
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
// --list names those that are not long. With --json FILE the measures are kept too, with --compare FILE they are set beside those that a file keeps (bench/compare does it).
Scenario[] scenarios =
[
    new("collect", () => CollectScenario.RunAsync(feeds: 200, entries: 50)),
    new("sources", () => SourcesScenario.RunAsync(feeds: 500, entries: 50)),
    new("program", ProgramScenario.RunAsync),
    new("understand", UnderstandScenario.RunAsync),
    new("match", () => MatchingScenario.RunAsync(few: 1_000, many: 10_000)),
    new("match-hundred-thousand", () => MatchingScenario.RunAsync(few: 10_000, many: 100_000)) { IsLong = true },
    new("match-million", () => MatchingScenario.RunAsync(few: 10_000, many: 1_000_000)) { IsLong = true },
    new("match-dense", () => MatchingScenario.DenseAsync(sparse: 10_000, dense: 200_000)) { IsLong = true },
    new("compose", ComposeScenario.RunAsync),
    new("past", PastDigestsScenario.RunAsync),
    new("monday-ten-thousand", () => MondayScenario.RunAsync(most: 10_000)) { Database = MondayDatabase.Kind },
    new("monday-hundred-thousand", () => MondayScenario.RunAsync(most: 100_000)) { IsLong = true, Database = MondayDatabase.Kind },
    new("monday-million", () => MondayScenario.RunAsync(most: 1_000_000)) { IsLong = true, Database = MondayDatabase.Kind },
    new("send", () => SendScenario.RunAsync(mails: 20_000)),
    new("send-hundred-thousand", () => SendScenario.RunAsync(mails: 100_000)) { IsLong = true },
    new("workers", () => WorkersScenario.RunAsync(mails: 1_500)) { IsLong = true },
    new("telemetry", () => TelemetryScenario.RunAsync(mails: 5_000)),
    new("status", () => StatusScenario.RunAsync(entries: 100_000)),
    new("web", () => WebScenario.RunAsync(subscribers: 50_000, mails: 20_000)),
    new("import", () => ImportScenario.RunAsync(rows: 50_000)),
    new("micro", MicroBenchmarks.RunAsync),
    new("growth", GrowthScenario.RunAsync) { IsLong = true },
    new("explain-hundred-thousand", () => ExplainScenario.RunAsync(entries: 100_000, subscribers: 1_000)) { IsLong = true },
    new("years", () => YearsScenario.RunAsync(seed: 1)),
];

if (args is ["--list"])
{
    Console.WriteLine(string.Join('\n', scenarios.Where(scenario => !scenario.IsLong).Select(scenario => scenario.Name)));
    return 0;
}

var asked = Options.Of(args);
if (asked.Names.Except(scenarios.Select(scenario => scenario.Name), StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"No scenario is called {string.Join(", ", unknown)}; there are {string.Join(", ", scenarios.Select(scenario => scenario.Name))}.");
    return 2;
}

if (asked.Compare is { } compared && !File.Exists(compared))
{
    Console.Error.WriteLine($"There is no {compared} yet; 'bench/compare --accept' on a quiet machine makes it.");
    return 2;
}

var (baseline, measured) = (asked.Compare is null ? null : Baseline.Read(asked.Compare), new List<Measured>());
var table = new Table().AddColumns(baseline is null ? ["What", "Measured", "Limit", ""] : ["What", "Measured", "Limit", "Baseline", "Change", ""]);
foreach (var scenario in scenarios.Where(scenario => asked.Names.Count == 0 ? !scenario.IsLong : asked.Names.Contains(scenario.Name, StringComparer.Ordinal)))
{
    foreach (var measure in await scenario.RunAsync())
    {
        measured.Add(Measured.Of(scenario.Key, measure));
        table.AddRow(Row.Of(measure, Comparison.Of(measured[^1], baseline), withBaseline: baseline is not null));
    }
}

Measured[] gone = [.. baseline?.Gone(measured) ?? []];
Array.ForEach(gone, was => table.AddRow(Row.OfGone(was)));
AnsiConsole.Write(table);
if (baseline is not null && baseline.Machine != Machine.This)
{
    Console.Error.WriteLine($"The baseline is of another machine or runtime ({baseline.Machine}), this is {Machine.This}: '--accept' of all scenarios makes it anew.");
}

if (asked.Json is not null)
{
    new Baseline(Machine.This, measured).Write(asked.Json);
}

return gone.Length == 0 && measured.TrueForAll(one => Comparison.Of(one, baseline).IsFine) ? 0 : 1;
