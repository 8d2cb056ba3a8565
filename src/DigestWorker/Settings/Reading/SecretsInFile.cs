using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>Secrets that stand in the settings file itself, which is copied, mailed and backed up: they count, and the admin is told the better way.</summary>
internal static class SecretsInFile
{
    private const string StatusToken = "Web:StatusToken";

    private const string Connection = "Storage:ConnectionString";

    public static IReadOnlyList<SettingsMistake> Of(string file, JsonObject tree)
    {
        SettingsMistake[] secrets =
        [
            .. SecretFiles.Paths.Where(path => SecretFiles.Text(tree, path) is not null).Select(path => Warning(path, $", or name a file that holds it alone in {path}File")),
            .. SecretFiles.Text(tree, StatusToken) is null ? Array.Empty<SettingsMistake>() : [Warning(StatusToken, "")],
            .. SecretFiles.Text(tree, Connection) is { } text && Quoted.IsHidden(Connection, text) ? [Warning(Connection, "")] : Array.Empty<SettingsMistake>(),
        ];
        return secrets.Length > 0 && IsOpen(file)
            ? [.. secrets, new SettingsMistake(file, $"holds a secret and others on this machine may open it; take the secret out, or let the worker's account alone read the file: chmod 600 {Path.GetFileName(file)}")]
            : secrets;
    }

    private static SettingsMistake Warning(string path, string otherWay) => new(
        path,
        $"a secret stands in this file, which is copied, mailed and backed up; take it out, and set the environment variable {EnvironmentOverrides.NameOf(path)}{otherWay}");

    private static bool IsOpen(string file)
    {
        try
        {
            return GuardedFile.IsOpenToOthers(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It was read just now and may be gone already.
            return false;
        }
    }
}
