using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DigestWorker.Tests.Delivering.Dkim;

/// <summary>Checks a signature as a receiver does; written apart from the signer, with patterns in place of loops.</summary>
internal static partial class DkimReader
{
    public static bool Accepts(byte[] message, RSA key)
    {
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Field().Matches(text[..(end + 2)]).Select(match => match.Value).ToList();
        var signature = headers.Single(header => header.StartsWith("DKIM-Signature:", StringComparison.Ordinal));
        var tags = Tags(signature);
        return tags["bh"] == Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(Body(text[(end + 4)..]))))
            && key.VerifyData(Encoding.Latin1.GetBytes(Signed(headers, tags["h"], signature)), Convert.FromBase64String(tags["b"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static Dictionary<string, string> Tags(string signature) => signature[(signature.IndexOf(':', StringComparison.Ordinal) + 1)..]
        .Split(';').Select(tag => White().Replace(tag, "").Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static string Signed(List<string> headers, string names, string signature)
    {
        var left = new List<string>(headers);
        var signed = new StringBuilder();
        foreach (var name in names.Split(':'))
        {
            if (left.FindLastIndex(header => header.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)) is var at and >= 0)
            {
                signed.Append(Header(left[at])).Append("\r\n");
                left.RemoveAt(at);
            }
        }

        return signed.Append(Header(Value().Replace(signature, "b="))).ToString();
    }

    private static string Header(string header)
    {
        var (name, value) = header.Split(':', 2) is [var first, var second] ? (first, second) : throw new FormatException(header);
        return $"{name.Trim().ToLowerInvariant()}:{Blank().Replace(value.Replace("\r\n", "", StringComparison.Ordinal), " ").Trim(' ')}";
    }

    private static string Body(string body)
    {
        var lines = Empty().Replace(BeforeEnd().Replace(Blank().Replace(body, " "), ""), "");
        return lines.Length == 0 ? "" : $"{lines}\r\n";
    }

    [GeneratedRegex(@"[^\r\n]+\r\n(?:[ \t][^\r\n]*\r\n)*", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Field();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex White();

    [GeneratedRegex(@"[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Blank();

    [GeneratedRegex(@" (?=\r\n|$(?![\r\n]))", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BeforeEnd();

    [GeneratedRegex(@"(?:\r\n)+\z", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\bb=[A-Za-z0-9+/=\s]*\z", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Value();
}
