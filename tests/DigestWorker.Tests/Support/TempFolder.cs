namespace DigestWorker.Tests.Support;

/// <summary>An empty folder of its own for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("digestworker-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
