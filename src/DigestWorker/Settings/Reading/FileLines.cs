using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DigestWorker.Settings.Reading;

/// <summary>On which line of the settings file each key and row begins.</summary>
internal sealed class FileLines
{
    private static readonly JsonReaderOptions Friendly = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly Dictionary<string, int> _lineByPath = new(StringComparer.OrdinalIgnoreCase);

    // From the outermost object or list to the innermost: its path, and for a list the row that comes next.
    private readonly Stack<(string Path, int Row)> _open = new();

    private string _path = "";

    /// <param name="text">JSON that was parsed before.</param>
    public FileLines(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Friendly);
        var (line, seen) = (1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(seen, start - seen).Count((byte)'\n');
            seen = start;
            Take(ref reader, line);
        }
    }

    /// <returns>Null for what does not stand in the file.</returns>
    public int? Of(string path) => _lineByPath.TryGetValue(path, out var line) ? line : null;

    /// <returns>Of what it stands in, where it is missing itself; null where that is missing too, all but the whole file.</returns>
    public int? Near(string path)
    {
        for (; path.Length > 0; path = SettingsPath.Above(path))
        {
            if (Of(path) is { } line)
            {
                return line;
            }
        }

        return null;
    }

    private void Take(ref Utf8JsonReader reader, int line)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _path = SettingsPath.Join(_open.Peek().Path, reader.GetString()!);
                _lineByPath.TryAdd(_path, line);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _open.Pop();
                break;
            default:
                NextRow(line);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    _open.Push((_path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                }

                break;
        }
    }

    private void NextRow(int line)
    {
        if (_open.TryPeek(out var list) && list.Row >= 0)
        {
            _open.Pop();
            _open.Push(list with { Row = list.Row + 1 });
            _path = SettingsPath.Join(list.Path, list.Row.ToString(CultureInfo.InvariantCulture));
            _lineByPath.TryAdd(_path, line);
        }
    }
}
