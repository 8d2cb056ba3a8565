using System.Globalization;

namespace DigestWorker.Delivering.Smtp;

/// <summary>What a server offers in its answer to EHLO: keyword to parameters, without regard to case.</summary>
internal sealed class SmtpExtensions
{
    public static readonly SmtpExtensions None = new([]);

    private readonly Dictionary<string, string[]> _offers = new(StringComparer.OrdinalIgnoreCase);

    private SmtpExtensions(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            // "AUTH=PLAIN" is how servers older than RFC 2554 say it.
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                _offers[words[0]] = [.. _offers.GetValueOrDefault(words[0], []), .. words[1..]];
            }
        }
    }

    public bool StartTls => _offers.ContainsKey("STARTTLS");

    public bool EightBitMime => _offers.ContainsKey("8BITMIME");

    public bool SmtpUtf8 => _offers.ContainsKey("SMTPUTF8");

    /// <summary>Several commands may go in one piece (RFC 2920).</summary>
    public bool Pipelining => _offers.ContainsKey("PIPELINING");

    public bool Size => _offers.ContainsKey("SIZE");

    /// <summary>The largest message that the server takes; null where it names no limit.</summary>
    public long? LargestMessage =>
        _offers.TryGetValue("SIZE", out var words) && words.Length > 0
        && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : null;

    public IReadOnlyList<string> LogIns => _offers.GetValueOrDefault("AUTH", []);

    /// <param name="ehlo">The first line is the server's name.</param>
    public static SmtpExtensions Read(SmtpReply ehlo) => new(ehlo.Lines.Skip(1));
}
