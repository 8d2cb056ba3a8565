namespace DigestWorker.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("digestworker-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>All its files, over those of the same name; no folders.</summary>
    public void CopyTo(TempFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            System.IO.File.Copy(file, folder.File(System.IO.Path.GetFileName(file)), overwrite: true);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that the test killed may still let go of a file.
        }
    }
}
