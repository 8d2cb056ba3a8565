using System.Security.Cryptography;
using System.Text;

namespace DigestWorker.Settings.Reading;

/// <summary>The text of a settings file, which is UTF-8 with or without a byte order mark.</summary>
internal static class SettingsText
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text, and what differs for every other content; null where there is a mistake.</returns>
    public static (string Text, string Print)? Read(string file, ICollection<SettingsMistake> mistakes)
    {
        try
        {
            var bytes = ReadBytes(file);
            return (Decode(bytes), Convert.ToHexString(SHA256.HashData(bytes)));
        }
        catch (Exception exception) when (Fault(exception) is { } fault)
        {
            mistakes.Add(new SettingsMistake(file, fault));
            return null;
        }
    }

    private static byte[] ReadBytes(string file)
    {
        using var stream = File.OpenRead(file);
        var buffer = new byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= MaxBytes ? buffer[..length] : throw new InvalidDataException();
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return text.Contains((byte)0) ? throw new DecoderFallbackException() : Strict.GetString(text);
    }

    private static string? Fault(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            "there is no such file; write the path of your settings file after --settings, or start where appsettings.json lies",
        UnauthorizedAccessException => "may not be read; make it a file that the worker's account can open",
        DecoderFallbackException => "is not UTF-8 text; save it in the encoding UTF-8",
        InvalidDataException => $"is larger than {MaxBytes / 1024 / 1024} MB, too large for a settings file",
        IOException => $"cannot be read: {exception.Message}",
        _ => null,
    };
}
