using System.Text;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>The text of a roster: UTF-8 or as old spreadsheets write it.</summary>
/// <param name="Name">The file, as messages name it.</param>
internal sealed record RosterText(string Name, string Text)
{
    private const int MostMegabytes = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RosterFault">It is too large to be one.</exception>
    public static RosterText Read(string file) => Of(file, ReadBytes(file));

    public static byte[] ReadBytes(string file) => new FileInfo(file).Length <= MostMegabytes * 1024L * 1024
        ? File.ReadAllBytes(file)
        : throw new RosterFault($"{file} is larger than {MostMegabytes} MB; a roster is not.");

    public static RosterText Of(string name, byte[] bytes) => new(name, bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
        _ => Decode(bytes),
    });

    // What is no UTF-8 was saved by an older spreadsheet.
    private static string Decode(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
