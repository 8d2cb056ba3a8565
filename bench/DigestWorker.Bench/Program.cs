using DigestWorker.Bench;
using Spectre.Console;

// Each scenario measures whole processes or whole verbs and sets them against a stated limit:
//   dotnet run -c Release --project bench/DigestWorker.Bench
Measure[] measures = 
[
    .. await CollectScenario.RunAsync(feeds: 200, entries: 50),
    .. await SourcesScenario.RunAsync(feeds: 500, entries: 50),
    .. await ProgramScenario.RunAsync(),
];

var table = new Table().AddColumns("What", "Measured", "Limit", "Met");
foreach (var measure in measures)
{
    table.AddRow(measure.What, $"{measure.Value:0.00} {measure.Unit}", $"{measure.Limit:0.##} {measure.Unit}", measure.IsMet ? "yes" : "NO");
}

AnsiConsole.Write(table);
return measures.All(measure => measure.IsMet) ? 0 : 1;
