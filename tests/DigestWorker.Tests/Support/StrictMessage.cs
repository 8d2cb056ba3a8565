using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestWorker.Tests.Support;

/// <summary>Reads a message of two parts and accepts nothing that the standards do not; written apart from the writer.</summary>
internal sealed partial class StrictMessage
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private StrictMessage(IReadOnlyList<KeyValuePair<string, string>> headers, IReadOnlyList<(string Type, string Text)> parts)
    {
        (Headers, Parts) = (headers, parts);
    }

    /// <summary>In order, unfolded, not decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public IReadOnlyList<(string Type, string Text)> Parts { get; }

    public string this[string name] => Headers.Single(header => header.Key == name).Value;

    public static StrictMessage Read(byte[] bytes)
    {
        Assert.All(bytes, value => Assert.True(value is (byte)'\r' or (byte)'\n' or (byte)'\t' or (>= 32 and < 127), $"byte {value}"));
        var text = Encoding.ASCII.GetString(bytes);
        Assert.DoesNotMatch("\r(?!\n)|(?<!\r)\n", text);
        var (head, body) = Halves(text);
        Assert.All(head.Split("\r\n"), line => Assert.True(line.Trim().Length > 0 && (line.Length <= 78 || Unfoldable().IsMatch(line)), $"header line '{line}'"));
        Assert.All(body.Split("\r\n"), line => Assert.True(line.Length <= 76, $"body line '{line}'"));
        var headers = ReadHeaders(head);
        return new StrictMessage(headers, ReadParts(headers, body));
    }

    /// <summary>Decodes encoded words, each of which must stand alone, be short enough and be whole UTF-8.</summary>
    public static string Decode(string value)
    {
        var joined = BetweenWords().Replace(value, "?=");
        return Word().Replace(joined, match =>
        {
            Assert.True(match.Length <= 75);
            var inner = match.Groups[2].Value;
            return StrictUtf8.GetString(match.Groups[1].Value == "B" ? Convert.FromBase64String(inner) : FromQuoted(inner.Replace('_', ' ')));
        });
    }

    private static (string Head, string Body) Halves(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0);
        return (text[..end], text[(end + 4)..]);
    }

    private static List<KeyValuePair<string, string>> ReadHeaders(string head) =>
    [
        .. head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n").Select(line =>
        {
            var match = Header().Match(line);
            Assert.True(match.Success, $"header '{line}'");
            return KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value);
        }),
    ];

    private static List<(string Type, string Text)> ReadParts(IEnumerable<KeyValuePair<string, string>> headers, string body)
    {
        var type = headers.Single(header => header.Key == "Content-Type").Value;
        var boundary = "--" + Boundary().Match(type).Groups[1].Value;
        var pieces = $"\r\n{body}".Split($"\r\n{boundary}");
        Assert.Equal(4, pieces.Length);
        Assert.Equal(("", "--\r\n"), (pieces[0], pieces[3]));
        return [.. pieces[1..3].Select(piece => ReadPart(piece))];
    }

    private static (string Type, string Text) ReadPart(string piece)
    {
        Assert.StartsWith("\r\n", piece, StringComparison.Ordinal);
        var (head, body) = Halves(piece[2..]);
        var headers = ReadHeaders(head);
        Assert.Equal("quoted-printable", headers.Single(header => header.Key == "Content-Transfer-Encoding").Value);
        Assert.All(body.Split("\r\n"), line => Assert.False(line.EndsWith(' ') || line.EndsWith('\t'), $"line '{line}'"));
        return (headers.Single(header => header.Key == "Content-Type").Value, StrictUtf8.GetString(FromQuoted(body.Replace("=\r\n", "", StringComparison.Ordinal))));
    }

    private static byte[] FromQuoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            var isCode = text[i] == '=';
            bytes.Add(isCode ? byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : (byte)text[i]);
            i += isCode ? 2 : 0;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"^([!-9;-~]+:)? [!-~]{1,990}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfoldable();

    [GeneratedRegex(@"^([!-9;-~]+): (.*)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^multipart/alternative; boundary=""([^""]{1,70})""$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?= (?==\?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([QB])\?([!->@-~]*)\?=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
