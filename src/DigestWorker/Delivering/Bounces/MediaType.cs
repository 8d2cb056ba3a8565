using System.Text.RegularExpressions;

namespace DigestWorker.Delivering.Bounces;

/// <summary>A Content-Type: its name in lower case, and its parameters (RFC 2045 §5.1).</summary>
internal sealed partial record MediaType(string Name, IReadOnlyDictionary<string, string> Parameters)
{
    public string? Boundary => Name.StartsWith("multipart/", StringComparison.Ordinal) ? Parameters.GetValueOrDefault("boundary") : null;

    public static MediaType Parse(string? header)
    {
        var name = (header ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(header ?? ""))
        {
            parameters.TryAdd(match.Groups["name"].Value, match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value);
        }

        return new MediaType(name, parameters);
    }

    [GeneratedRegex("""
        ;\s*(?<name>[\w-]+)\s*=\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^\s;"]+))
        """, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
