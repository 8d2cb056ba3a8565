namespace DigestWorker.Collecting.Fetching;

/// <summary>Reads a stream to its end, or to the limit of the settings.</summary>
internal static class BoundedBytes
{
    private const int PieceLength = 81_920;

    public static async Task<byte[]> ReadAsync(Stream stream, int maxMegabytes, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var piece = new byte[PieceLength];
        while (await stream.ReadAsync(piece, cancellationToken) is > 0 and var length)
        {
            read.Write(piece, 0, length);
            if (read.Length > maxMegabytes * 1_000_000L)
            {
                throw new FetchFaultException($"it is larger than {maxMegabytes} MB, the most that Collecting:MaxMegabytes allows");
            }
        }

        return read.ToArray();
    }
}
