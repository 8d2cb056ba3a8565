using System.Diagnostics;
using DigestWorker.Bench.Comparing;
using Spectre.Console;

namespace DigestWorker.Bench;

/// <summary>Runs what was asked for and shows it as a table.</summary>
internal static class BenchRun
{
    /// <returns>The exit code: 1 where something got worse, is gone or is beyond its limit, except as in the baseline; 2 where the question is wrong.</returns>
    public static async Task<int> RunAsync(Options asked)
    {
        if (Fault(asked) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        if (asked.IsSmall)
        {
            await ShowSmallAsync();
            return 0;
        }

        var baseline = asked.Compare is null ? null : Baseline.Read(asked.Compare);
        var measured = await MeasureAsync(Scenarios.All.Where(scenario => asked.Names.Count == 0 ? !scenario.IsLong : asked.Names.Contains(scenario.Name, StringComparer.Ordinal)), baseline);
        if (asked.Json is not null)
        {
            new Baseline(Machine.This, measured).Write(asked.Json);
        }

        return baseline?.Gone(measured).Any() != true && measured.TrueForAll(one => Comparison.Of(one, baseline).IsFine) ? 0 : 1;
    }

    private static string? Fault(Options asked)
    {
        var names = Scenarios.All.Select(scenario => scenario.Name).ToList();
        return asked.Names.Except(names, StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown
            ? $"No scenario is called {string.Join(", ", unknown)}; there are {string.Join(", ", names)}."
            : asked.Compare is { } compared && !File.Exists(compared)
            ? $"There is no {compared} yet; 'bench/compare --accept' on a quiet machine makes it."
            : null;
    }

    private static async Task<List<Measured>> MeasureAsync(IEnumerable<Scenario> scenarios, Baseline? baseline)
    {
        var measured = new List<Measured>();
        var table = new Table().AddColumns(baseline is null ? ["What", "Measured", "Limit", ""] : ["What", "Measured", "Limit", "Baseline", "Change", ""]);
        foreach (var scenario in scenarios)
        {
            foreach (var measure in await scenario.RunAsync())
            {
                measured.Add(Measured.Of(scenario.Key, measure));
                table.AddRow(Row.Of(measure, Comparison.Of(measured[^1], baseline), withBaseline: baseline is not null));
            }
        }

        foreach (var was in baseline?.Gone(measured) ?? [])
        {
            table.AddRow(Row.OfGone(was));
        }

        AnsiConsole.Write(table);
        if (baseline is not null && baseline.Machine != Machine.This)
        {
            await Console.Error.WriteLineAsync($"The baseline is of another machine or runtime ({baseline.Machine}), this is {Machine.This}: '--accept' of all scenarios makes it anew.");
        }

        return measured;
    }

    // What so little takes says nothing: only that each comes to its end counts.
    private static async Task ShowSmallAsync()
    {
        foreach (var scenario in Scenarios.All)
        {
            if (scenario.SmallAsync is { } small)
            {
                var started = Stopwatch.GetTimestamp();
                var figures = await small();
                Console.WriteLine($"{scenario.Name}: {figures.Length} figures in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
            }
        }
    }
}
