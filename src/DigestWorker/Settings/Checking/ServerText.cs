using System.Data.Common;

namespace DigestWorker.Settings.Checking;

/// <summary>A connection string for PostgreSQL, taken apart.</summary>
internal sealed class ServerText
{
    private static readonly string[] HostKeys = ["Host", "Server"], UserKeys = ["Username", "User ID", "UserId", "User Name"], DatabaseKeys = ["Database", "DB"];

    // Whoever is cut off in the middle of a transaction keeps its locks no longer than its claims; what the admin says of these counts.
    private const string Patience = "-c idle_in_transaction_session_timeout=45s -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private readonly DbConnectionStringBuilder _parts;

    private ServerText(DbConnectionStringBuilder parts) => _parts = parts;

    // npgsql.org/doc/connection-string-parameters.html, as far as a worker has use for them: with Multiplexing nothing synchronous runs, and
    // with No Reset On Close what one use sets, such as a lock's time limit, holds for the next.
    public static IReadOnlyList<string> KnownKeys { get; } =
    [
        .. HostKeys, .. UserKeys, .. DatabaseKeys, "Port", "Password", "Passfile", "Application Name", "Options", "Search Path", "Timezone",
        "SSL Mode", "Root Certificate", "SSL Certificate", "SSL Key", "SSL Password", "Channel Binding", "Require Auth", "Target Session Attributes", "Host Recheck Seconds", "Load Balance Hosts",
        "Pooling", "Minimum Pool Size", "Maximum Pool Size", "Connection Idle Lifetime", "Connection Pruning Interval", "Connection Lifetime", "Timeout", "Command Timeout",
        "Cancellation Timeout", "Keepalive", "Tcp Keepalive", "Tcp Keepalive Time", "Tcp Keepalive Interval", "Max Auto Prepare", "Auto Prepare Min Usages",
    ];

    public IEnumerable<string> UnknownKeys => _parts.Keys.Cast<string>().Except(KnownKeys, StringComparer.OrdinalIgnoreCase);

    public bool NamesDatabase => Has(HostKeys) && Has(DatabaseKeys) && Has(UserKeys);

    public bool HasPassword => Has("Password");

    public static ServerText? Parse(string text)
    {
        try
        {
            return new ServerText(new DbConnectionStringBuilder { ConnectionString = text });
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>As it is used, with what this program asks of the server.</summary>
    public string With(string? password)
    {
        _parts["Options"] = _parts.TryGetValue("Options", out var own) ? $"{Patience} {own}" : Patience;
        if (password is not null)
        {
            _parts["Password"] = password;
        }

        return _parts.ConnectionString;
    }

    private bool Has(params string[] keys) => keys.Any(key => _parts.TryGetValue(key, out var value) && value is string { Length: > 0 });
}
