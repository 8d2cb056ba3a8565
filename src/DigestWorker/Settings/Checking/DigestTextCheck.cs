namespace DigestWorker.Settings.Checking;

internal static class DigestTextCheck
{
    public static IEnumerable<SettingsMistake> Of(DigestTextSettings digest) =>
    [
        .. TextCheck.Needed("Digest:Title", digest.Title, "write the title that opens each digest"),
        .. TextCheck.OneLine("Digest:Sender", digest.Sender),
        .. digest.SupportLines.SelectMany(line => TextCheck.OneLine($"Digest:SupportLines:{line.Key}", line.Key + line.Value)),
    ];
}
