using System.Data.Common;

namespace DigestWorker.Settings.Checking;

/// <summary>A connection string for SQLite, taken apart.</summary>
internal sealed class ConnectionText
{
    private static readonly string[] FileKeys = ["Data Source", "DataSource", "Filename"];

    private readonly DbConnectionStringBuilder _parts;

    private ConnectionText(DbConnectionStringBuilder parts) => _parts = parts;

    public static IReadOnlyList<string> KnownKeys { get; } =
        [.. FileKeys, "Mode", "Cache", "Password", "Foreign Keys", "Recursive Triggers", "Default Timeout", "Command Timeout", "Pooling", "Vfs"];

    public IEnumerable<string> UnknownKeys => _parts.Keys.Cast<string>().Except(KnownKeys, StringComparer.OrdinalIgnoreCase);

    public string File => FileKeys.Select(Value).FirstOrDefault(file => file.Length > 0) ?? "";

    public bool IsInMemory => File.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || ModeIs("Memory");

    public bool IsReadOnly => ModeIs("ReadOnly");

    public static ConnectionText? Parse(string text)
    {
        try
        {
            return new ConnectionText(new DbConnectionStringBuilder { ConnectionString = text });
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The same connection with the path of its file counted from a folder.</summary>
    public string In(string folder)
    {
        var file = Path.GetFullPath(File, folder);
        foreach (var key in FileKeys)
        {
            _parts.Remove(key);
        }

        _parts[FileKeys[0]] = file;
        return _parts.ConnectionString;
    }

    private bool ModeIs(string mode) => Value("Mode").Equals(mode, StringComparison.OrdinalIgnoreCase);

    private string Value(string key) => _parts.TryGetValue(key, out var value) ? (string)value : "";
}
