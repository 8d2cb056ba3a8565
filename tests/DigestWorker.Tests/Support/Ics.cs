using System.Text;

namespace DigestWorker.Tests.Support;

/// <summary>An iCalendar file as RFC 5545 has it read: unfolded, then property by property. Throws where a line breaks the rules of lines.</summary>
internal sealed class Ics
{
    private const int LongestLine = 75;

    private readonly List<string> _lines;

    public Ics(byte[] bytes)
    {
        // Throws on a character that was cut.
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        var raw = text.Split("\r\n");
        Assert.Equal("", raw[^1]);
        Assert.All(raw, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, LongestLine));
        Assert.All(raw, line => Assert.DoesNotContain(line, letter => letter is '\r' or '\n' or '\uFFFD'));
        _lines = [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (_lines[0], _lines[^1]));
    }

    public static Ics Read(string path) => new(File.ReadAllBytes(path));

    public string Calendar(string name) => Value(_lines.TakeWhile(line => line != "BEGIN:VEVENT"), name);

    public IReadOnlyList<Func<string, string>> Events =>
        [.. _lines.Index().Where(line => line.Item == "BEGIN:VEVENT")
            .Select(line => _lines.Skip(line.Index).TakeWhile(one => one != "END:VEVENT").ToList())
            .Select(lines => (Func<string, string>)(name => Value(lines, name)))];

    private static string Value(IEnumerable<string> lines, string name)
    {
        var line = Assert.Single(lines, line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return line[(name.Length + 1)..]
            .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
    }
}
