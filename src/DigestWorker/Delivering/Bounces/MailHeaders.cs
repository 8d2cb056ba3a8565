using System.Text;

namespace DigestWorker.Delivering.Bounces;

/// <summary>A block of header fields, unfolded (RFC 5322 §2.2). What no sender has any reason to write is left out.</summary>
internal sealed class MailHeaders
{
    private const int MostFields = 200, LongestName = 78, LongestValue = 4096;

    private readonly List<(string Name, string Value)> _fields = [];
    private readonly StringBuilder _value = new();
    private string? _name;

    /// <summary>Reads to the first empty line.</summary>
    public static (MailHeaders Headers, ReadOnlyMemory<char> Body) Read(ReadOnlyMemory<char> text)
    {
        var headers = new MailHeaders();
        while (!text.IsEmpty)
        {
            (var line, text) = TextLine.Cut(text);
            if (line.IsEmpty)
            {
                break;
            }

            headers.Take(line.Span);
        }

        headers.Keep();
        return (headers, text);
    }

    /// <summary>The first field of this name.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) =>
        _fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    private void Take(ReadOnlySpan<char> line)
    {
        if (line[0] is ' ' or '\t')
        {
            Append(line);
            return;
        }

        Keep();
        var colon = line.IndexOf(':');
        _name = colon is > 0 and <= LongestName && _fields.Count < MostFields ? line[..colon].TrimEnd().ToString() : null;
        Append(line[(colon + 1)..]);
    }

    private void Append(ReadOnlySpan<char> piece)
    {
        if (_name is not null)
        {
            _value.Append(piece[..Math.Min(piece.Length, LongestValue - _value.Length)]);
        }
    }

    private void Keep()
    {
        if (_name is not null)
        {
            _fields.Add((_name, _value.ToString().Trim()));
        }

        _name = null;
        _value.Clear();
    }
}
