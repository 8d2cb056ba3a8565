using System.Diagnostics;

namespace DigestWorker.Bench;

/// <summary>A long roster by the program as a whole process: everybody new, then nothing changed, then half of them gone.</summary>
internal static class ImportScenario
{
    public static async Task<Measure[]> RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{}");
        Measure[] measures =
        [
            new($"A roster of {rows:N0} people, all new", await ImportAsync(folder, rows), 20, "s"),
            new("  the same again, unchanged", await ImportAsync(folder, rows), 20, "s"),
            new("  half of it", await ImportAsync(folder, rows / 2), 20, "s"),
        ];
        Directory.Delete(folder, recursive: true);
        return measures;
    }

    private static async Task<double> ImportAsync(string folder, int rows)
    {
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "roster.csv"),
            Enumerable.Range(0, rows).Select(at => $"person{at}@school{at % 1000}.example.org,Person {at},headteacher;governor,Area {at % 30}").Prepend("email,name,role,area"));
        return await ProgramRun.SecondsAsync(folder, "subscribers", "import", "roster.csv", "--team", "Board", "--confirm-leavers");
    }
}
