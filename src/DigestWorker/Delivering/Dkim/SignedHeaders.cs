namespace DigestWorker.Delivering.Dkim;

/// <summary>The headers that a signature covers, of those that a message has.</summary>
/// <param name="Names">As they are listed in h=.</param>
/// <param name="Canonical">Their text as it is signed, in the same order, each with its line end.</param>
internal sealed record SignedHeaders(IReadOnlyList<string> Names, string Canonical)
{
    private const int NamesInToken = 5;

    private static readonly string[] Signed =
    [
        "From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
    ];

    // Listed once more than they stand there, so that a second one cannot be put before the first (RFC 6376 §8.15).
    private static readonly string[] NeverTwice = ["From", "To", "Subject", "Date"];

    /// <summary>The h= tag as tokens between which the header may be folded.</summary>
    public IEnumerable<string> Tokens =>
        $"h={string.Join(": ", Names.Chunk(NamesInToken).Select(names => string.Join(':', names)))};".Split(' ');

    public static SignedHeaders Of(string head)
    {
        var lines = Unfolded(head).Split("\r\n").Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0].TrimEnd(), parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var present = Signed.Where(lines.Contains).ToList();
        return new SignedHeaders(
            [.. present, .. NeverTwice],
            string.Concat(present.Select(name => $"{RelaxedHeader.Of(name, lines[name].Last())}\r\n")));
    }

    private static string Unfolded(string head) =>
        head.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", "\t", StringComparison.Ordinal);
}
