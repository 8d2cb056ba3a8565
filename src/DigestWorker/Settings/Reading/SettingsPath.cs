namespace DigestWorker.Settings.Reading;

/// <summary>Spells where a setting stands: <c>Sources:3:Url</c>.</summary>
internal static class SettingsPath
{
    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";

    public static string Join(string path, int index) => $"{path}:{index}";

    public static bool IsAtOrUnder(string path, string above) =>
        path.StartsWith(above, StringComparison.OrdinalIgnoreCase)
        && (path.Length == above.Length || path[above.Length] == ':');
}
