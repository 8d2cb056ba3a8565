namespace DigestWorker.Bench;

/// <summary>A folder of a scenario's own, for as long as it runs.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("digestworker-bench-").FullName;

    public string In(string file) => System.IO.Path.Combine(Path, file);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
