using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class DigestTextCheck
{
    public static IEnumerable<SettingsMistake> Of(DigestTextSettings digest) =>
    [
        .. TextCheck.Needed("Digest:Title", digest.Title, "write the title that opens each digest"),
        .. TextCheck.OneLine("Digest:Sender", digest.Sender),
        .. digest.SupportLines.SelectMany(line => TextCheck.OneLine($"Digest:SupportLines:{line.Key}", line.Key + line.Value)),
        .. digest is { SupportLinesChecked: { } written, CheckedOn: null }
            ? [new SettingsMistake("Digest:SupportLinesChecked", $"{Quoted.Text(written)} stands here; write a day as 2026-11-24")]
            : Array.Empty<SettingsMistake>(),
    ];
}
