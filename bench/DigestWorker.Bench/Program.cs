using DigestWorker.Bench;
using Spectre.Console;

// Each scenario measures whole processes or whole verbs and sets them against a stated limit; without a name all of them run:
//   dotnet run -c Release --project bench/DigestWorker.Bench [collect] [sources] [program]
(string Name, Func<Task<Measure[]>> Run)[] scenarios =
[
    ("collect", () => CollectScenario.RunAsync(feeds: 200, entries: 50)),
    ("sources", () => SourcesScenario.RunAsync(feeds: 500, entries: 50)),
    ("program", ProgramScenario.RunAsync),
];

var measures = new List<Measure>();
foreach (var (_, run) in scenarios.Where(scenario => args.Length == 0 || args.Contains(scenario.Name)))
{
    measures.AddRange(await run());
}

var table = new Table().AddColumns("What", "Measured", "Limit", "Met");
foreach (var measure in measures)
{
    table.AddRow(measure.What, $"{measure.Value:0.00} {measure.Unit}", $"{measure.Limit:0.##} {measure.Unit}", measure.IsMet ? "yes" : "NO");
}

AnsiConsole.Write(table);
return measures.TrueForAll(measure => measure.IsMet) ? 0 : 1;
