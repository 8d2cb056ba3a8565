using System.Text;

namespace DigestWorker.Delivering;

/// <summary>One header, folded between its tokens so that lines keep within 78 where they can (RFC 5322 §2.1.1).</summary>
internal static class HeaderLine
{
    private const int MaxLine = 78;

    public static StringBuilder AppendHeader(this StringBuilder head, string name, IEnumerable<string> tokens)
    {
        head.Append(name).Append(':');
        var column = name.Length + 1;
        var isFirst = true;
        foreach (var token in tokens)
        {
            if (column + 1 + token.Length > MaxLine && (!isFirst || token.Length < MaxLine))
            {
                head.Append("\r\n");
                column = 0;
            }

            head.Append(' ').Append(token);
            column += 1 + token.Length;
            isFirst = false;
        }

        return head.Append("\r\n");
    }
}
