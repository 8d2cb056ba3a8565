using System.Globalization;

namespace DigestWorker.Settings.Reading;

/// <summary>Spells where a setting stands: <c>Sources:3:Url</c>.</summary>
internal static class SettingsPath
{
    /// <summary>Row 2 before row 10.</summary>
    public static StringComparer InOrder { get; } = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";

    public static string Join(string path, int index) => $"{path}:{index}";

    /// <returns>The path of what holds this one; empty at the root.</returns>
    public static string Above(string path) => path[..Math.Max(0, path.LastIndexOf(':'))];

    public static bool IsAtOrUnder(string path, string above) =>
        path.StartsWith(above, StringComparison.OrdinalIgnoreCase)
        && (path.Length == above.Length || path[above.Length] == ':');
}
