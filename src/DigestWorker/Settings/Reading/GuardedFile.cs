using System.Text;

namespace DigestWorker.Settings.Reading;

/// <summary>A file that on Unix only its owner may open: one that holds a secret, or what is held about people.</summary>
internal static class GuardedFile
{
    private const int MaxBytes = 64 * 1024;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="credentials">
    /// The folder that systemd fills for this service alone and closes to others, whatever group a file in it says; null where there is none.
    /// </param>
    /// <returns>The secret without the line break at its end, or what is wrong with the file.</returns>
    public static (string? Secret, string? Fault) Read(string path, string? credentials = null)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return IsOpenTo(IsIn(credentials, path) ? Others & ~UnixFileMode.GroupRead : Others, stream)
                ? (null, "others on this machine may open that file; let the worker's account alone read it: chmod 600")
                : Judge(Strict.GetString(ReadBytes(stream)).TrimStart('\uFEFF').TrimEnd('\r', '\n'));
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            return (null, fault);
        }
    }

    /// <param name="mode">Whether a file that is there already is written anew or refused; it is its owner's alone from then on.</param>
    public static FileStream Create(string path, FileMode mode)
    {
        var form = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, form);
        }

        form.UnixCreateMode = Owner;
        var stream = new FileStream(path, form);
        File.SetUnixFileMode(stream.SafeFileHandle, Owner);
        return stream;
    }

    /// <returns>Whether other accounts of this machine may read or change it; false where that cannot be told.</returns>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;

    private static bool IsIn(string? folder, string path) =>
        !string.IsNullOrEmpty(folder)
        && Path.GetFullPath(path).StartsWith($"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}/", StringComparison.Ordinal);

    private static bool IsOpenTo(UnixFileMode modes, FileStream stream) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & modes) != UnixFileMode.None;

    private static byte[] ReadBytes(FileStream stream)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= MaxBytes ? buffer[..length] : throw new InvalidDataException();
    }

    private static (string? Secret, string? Fault) Judge(string text) =>
        string.IsNullOrWhiteSpace(text) ? (null, "that file is empty") : (text, null);

    private static string? FaultOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "that file may not be read; let the worker's account open it",
        DecoderFallbackException => "that file is not text",
        InvalidDataException => $"that file is larger than {MaxBytes / 1024} kB, too large for one secret",
        ArgumentException => "write the path of a file",
        IOException => "that file cannot be read",
        _ => null,
    };
}
