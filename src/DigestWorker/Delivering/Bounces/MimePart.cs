namespace DigestWorker.Delivering.Bounces;

/// <summary>A mail or a part of one, read no deeper than a report needs (RFC 2046 §5.1). Nothing is decoded: reports are ASCII.</summary>
internal sealed class MimePart
{
    private const int Deepest = 5, MostParts = 50;

    private MimePart(MailHeaders headers, ReadOnlyMemory<char> body) => (Headers, Body, Type) = (headers, body, MediaType.Parse(headers["Content-Type"]));

    public MailHeaders Headers { get; }

    public ReadOnlyMemory<char> Body { get; }

    public MediaType Type { get; }

    public static MimePart Read(ReadOnlyMemory<char> text)
    {
        var (headers, body) = MailHeaders.Read(text);
        return new MimePart(headers, body);
    }

    /// <summary>The part itself and what it holds, but not what a message holds that it passes on.</summary>
    public IEnumerable<MimePart> Tree() => Tree(Deepest).Take(MostParts);

    /// <summary>Where the last boundary is missing, the last part ends with the text.</summary>
    public IEnumerable<MimePart> Parts() => Pieces().Take(MostParts).Select(Read);

    private IEnumerable<MimePart> Tree(int depth) =>
        depth == 0 ? [this] : Parts().SelectMany(part => part.Tree(depth - 1)).Prepend(this);

    private IEnumerable<ReadOnlyMemory<char>> Pieces()
    {
        var (rest, isOpen, start) = (Body, false, 0);
        while (Type.Boundary is { Length: > 0 } boundary && !rest.IsEmpty)
        {
            var at = Body.Length - rest.Length;
            (var line, rest) = TextLine.Cut(rest);
            if (!IsDelimiter(line.Span, boundary, out var isLast))
            {
                continue;
            }

            if (isOpen)
            {
                yield return Body[start..at];
            }

            (isOpen, start) = (!isLast, Body.Length - rest.Length);
            if (isLast)
            {
                yield break;
            }
        }

        if (isOpen)
        {
            yield return Body[start..];
        }
    }

    private static bool IsDelimiter(ReadOnlySpan<char> line, string boundary, out bool isLast)
    {
        isLast = false;
        if (!line.StartsWith("--", StringComparison.Ordinal) || !line[2..].StartsWith(boundary, StringComparison.Ordinal))
        {
            return false;
        }

        var end = line[(2 + boundary.Length)..].TrimEnd();
        isLast = end is "--";
        return end.IsEmpty || isLast;
    }
}
