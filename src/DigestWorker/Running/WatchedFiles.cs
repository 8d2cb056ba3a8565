using System.Globalization;
using System.Security.Cryptography;
using DigestWorker.Settings;

namespace DigestWorker.Running;

/// <summary>The files beside the settings file that settings are made of: secrets, this installation's keys, the admin's templates.</summary>
internal static class WatchedFiles
{
    public const string Templates = "templates";

    private const int MostTemplates = 1_000, MostBytes = 4 * 1024 * 1024;

    /// <returns>What changes whenever one of them does.</returns>
    public static string PrintOf(DigestSettings settings) =>
        string.Join('\n', [PrintOfKeys(settings), PrintOfTemplates(settings), .. Secrets(settings).Select(file => Content(Path.Combine(settings.Folder, file)))]);

    public static string PrintOfKeys(DigestSettings settings) => Content(settings.Storage.KeyFile!);

    public static string PrintOfTemplates(DigestSettings settings)
    {
        var folder = new DirectoryInfo(Path.Combine(settings.Folder, Templates));
        try
        {
            return string.Join('|', folder.EnumerateFiles("*", SearchOption.AllDirectories).Take(MostTemplates)
                .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}")).Order(StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.GetType().Name;
        }
    }

    /// <returns>What changes with every byte of the file, and when it comes or goes.</returns>
    public static string Content(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return stream.Length > MostBytes
                ? string.Create(CultureInfo.InvariantCulture, $"{stream.Length}")
                : Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return fault.GetType().Name;
        }
    }

    private static IEnumerable<string> Secrets(DigestSettings settings) => new[]
    {
        settings.Delivery.Dkim.KeyFile,
        settings.Delivery.BounceImap.PasswordFile,
        settings.Delivery.Smtp.PasswordFile,
        settings.Delivery.Smtp.OAuth.ClientSecretFile,
        settings.Delivery.Smtp.OAuth.RefreshTokenFile,
        settings.Storage.PasswordFile,
        settings.Telemetry.HeadersFile,
    }.OfType<string>();
}
