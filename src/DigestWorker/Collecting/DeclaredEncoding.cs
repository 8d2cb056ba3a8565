using System.Text;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>The encodings that an answer says it is written in: HTTP first (RFC 7303), then the document itself.</summary>
internal static partial class DeclaredEncoding
{
    private const int BytesLookedAt = 1024;

    /// <summary>What browsers read for Latin-1, for ASCII, and where nothing is said.</summary>
    public static Encoding Fallback { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static IReadOnlyList<string> AllOf(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var beginning = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, BytesLookedAt)]);
        return [.. Declarations().Matches($"{contentType}\n{beginning}").Select(match => match.Groups["name"].Value)];
    }

    /// <returns>Null for an encoding that is unknown, or that the bytes have shown not to be theirs: UTF-8, UTF-16.</returns>
    public static Encoding? Named(string name) => name.ToLowerInvariant() switch
    {
        "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252" => Fallback,
        "gb2312" or "gbk" => CodePagesEncodingProvider.Instance.GetEncoding("gb18030"),
        var other => CodePagesEncodingProvider.Instance.GetEncoding(other),
    };

    /// <summary>charset=x of a Content-Type or a meta element, encoding="x" of an XML declaration.</summary>
    [GeneratedRegex("""\b(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9._:-]{2,40})""", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Declarations();
}
