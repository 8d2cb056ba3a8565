using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>A source's https:, http: or file: address; <c>file:samples/feed.xml</c> counts from the settings file.</summary>
internal static class SourceUrl
{
    private const string FileScheme = "file:";

    /// <returns>What to write instead; null where the address is fine.</returns>
    public static string? Advice(string url) => IsFile(url) ? FileAdvice(url) : WebAddress.Advice(url);

    public static Uri Resolve(string url, string folder) =>
        IsFile(url) && !IsFull(url)
            ? new Uri(Path.GetFullPath(RelativeFile(url), folder), UriKind.Absolute)
            : new Uri(url, UriKind.Absolute);

    private static bool IsFile(string url) => url.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsFull(string url) => url[FileScheme.Length..].StartsWith("//", StringComparison.Ordinal);

    private static string RelativeFile(string url) => Uri.UnescapeDataString(url[FileScheme.Length..]);

    private static string? FileAdvice(string url)
    {
        if (!IsFull(url))
        {
            return RelativeFile(url) is var file && (string.IsNullOrWhiteSpace(file) || file.Contains('\0', StringComparison.Ordinal))
                ? "write the file after file:, for instance \"file:samples/feed.xml\""
                : null;
        }

        var relative = FileScheme + url[FileScheme.Length..].TrimStart('/');
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length == 0 && uri.AbsolutePath.Length > 1
            ? null
            : $"did you mean {Quoted.Text(relative)} for a file beside the settings file, or three slashes for a full path?";
    }
}
