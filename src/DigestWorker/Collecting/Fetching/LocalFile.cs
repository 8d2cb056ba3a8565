namespace DigestWorker.Collecting.Fetching;

/// <summary>A source that is a file of this machine.</summary>
internal static class LocalFile
{
    public static async Task<FetchResult> ReadAsync(Uri address, int maxMegabytes, CancellationToken cancellationToken)
    {
        if (address.IsUnc)
        {
            throw new FetchFaultException("it is a file of another machine, and only files of this one are read");
        }

        var path = address.LocalPath;
        await using var file = Open(path);
        return new FetchResult.Fetched(new Answer(await BoundedBytes.ReadAsync(file, maxMegabytes, cancellationToken), ContentType: null, address));
    }

    private static FileStream Open(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? throw new FetchFaultException($"{path} is a folder, not a file")
                : File.OpenRead(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FetchFaultException($"there is no file {path}");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new FetchFaultException($"the file {path} may not be read by this program");
        }
    }
}
