using System.Diagnostics;

namespace DigestWorker.Bench.Cli;

/// <summary>A long roster by the program as a whole process: everybody new, then nothing changed, then half of them gone.</summary>
internal static class ImportScenario
{
    public static async Task<Measure[]> RunAsync(int rows)
    {
        using var folder = new BenchFolder();
        await File.WriteAllTextAsync(folder.In("appsettings.json"), "{}");
        return
        [
            new($"A roster of {rows:N0} people, all new", await ImportAsync(folder, rows), 20, "s"),
            new("  the same again, unchanged", await ImportAsync(folder, rows), 20, "s"),
            new("  half of it", await ImportAsync(folder, rows / 2), 20, "s"),
        ];
    }

    private static async Task<double> ImportAsync(BenchFolder folder, int rows)
    {
        await File.WriteAllLinesAsync(
            folder.In("roster.csv"),
            Enumerable.Range(0, rows).Select(at => $"person{at}@school{at % 1000}.example.org,Person {at},headteacher;governor,Area {at % 30}").Prepend("email,name,role,area"));
        return await ProgramRun.SecondsAsync(folder, "subscribers", "import", "roster.csv", "--team", "Board", "--confirm-leavers");
    }
}
