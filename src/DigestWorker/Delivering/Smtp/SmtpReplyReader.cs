using System.Text;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Reads replies of one or several lines, and no more than a server has any reason to send.</summary>
/// <param name="wait">Null where an answer is never looked out for.</param>
internal sealed class SmtpReplyReader(Stream stream, BriefWait? wait = null)
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[LongestLine];
    private int _held;

    /// <summary>Whether the server has said more than it was asked for.</summary>
    public bool HoldsMore => _held > 0;

    /// <summary>Whether a reply of one line is here already, so that nothing is waited for.</summary>
    public bool HoldsReply => _buffer.AsSpan(0, _held) is [_, _, _, (byte)' ', ..] held && held.Contains((byte)'\n');

    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(cancellationToken);
            var code = CodeOf(line) ?? throw new InvalidDataException("The server's answer is not an SMTP reply.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new InvalidDataException($"The server's reply has more than {MostLines} lines.");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _held).IndexOf((byte)'\n')) < 0)
        {
            if (_held == _buffer.Length)
            {
                throw new InvalidDataException($"The server sent a line of more than {LongestLine} bytes.");
            }

            wait?.ForAnswer();
            var count = await stream.ReadAsync(_buffer.AsMemory(_held), cancellationToken);
            _held += count > 0 ? count : throw new EndOfStreamException("The server closed the connection.");
        }

        var line = Encoding.UTF8.GetString(_buffer, 0, end).TrimEnd('\r');
        _held -= end + 1;
        _buffer.AsSpan(end + 1, _held).CopyTo(_buffer);
        return line;
    }

    private static int? CodeOf(string line) =>
        line.Length >= 3 && line[0] is >= '2' and <= '5' && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
        && (line.Length == 3 || line[3] is ' ' or '-')
            ? ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0')
            : null;
}
