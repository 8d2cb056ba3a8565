using System.Diagnostics;
using System.Globalization;
using DigestWorker.Tests.Support;
using Npgsql;

namespace DigestWorker.RealTests;

/// <summary>Debian's PostgreSQL as a server of the test's own, in a folder of its own on a port of its own, to be stopped and broken at will.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    // The server refuses to run as root.
    private static readonly string[] As = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : ["env"];

    private readonly TempFolder _folder = new();

    public int Port { get; } = Ports.Free();

    public string ConnectionString => Through(Port);

    private string Data => _folder.File("data");

    public static void Need()
    {
        Assert.False(Programs is null && Tool.RealIsRequired, "PostgreSQL is not installed, and REQUIRE_REAL=1 asks for it.");
        Assert.SkipWhen(Programs is null, "PostgreSQL is not installed; on Debian: apt-get install postgresql.");
    }

    /// <param name="settings">Lines of postgresql.conf beside the usual ones.</param>
    public static async Task<PostgresServer> StartAsync(string settings = "")
    {
        var server = await EmptyAsync();
        await DoAsync("initdb", "-D", server.Data, "-U", "digest", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        // No care for a power cut; but what is committed outlives the end of its processes.
        await File.AppendAllTextAsync(Path.Combine(server.Data, "postgresql.conf"), $"""

            port = {server.Port}
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = off
            full_page_writes = off
            {settings}

            """);
        await server.ControlAsync("start");
        return server;
    }

    /// <summary>How it is reached by a port that leads to it. Quick to notice what a person would wait a minute for.</summary>
    public static string Through(int port) =>
        $"Host=127.0.0.1;Port={port};Username=digest;Database=postgres;Timeout=3;Command Timeout=5;Maximum Pool Size=20";

    /// <summary>How whichever of the two may be written to is reached.</summary>
    public string Or(PostgresServer other) =>
        ConnectionString.Replace($"Host=127.0.0.1;Port={Port}", $"Host=127.0.0.1:{Port},127.0.0.1:{other.Port};Target Session Attributes=primary", StringComparison.Ordinal);

    /// <returns>A standby that has all that is committed here from now on, and can take this server's place.</returns>
    public async Task<PostgresServer> FollowedAsync()
    {
        var standby = await EmptyAsync();
        await DoAsync("pg_basebackup", "-D", standby.Data, "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "digest", "-R", "-c", "fast");
        await File.AppendAllTextAsync(Path.Combine(standby.Data, "postgresql.conf"), $"port = {standby.Port}\n");
        await standby.ControlAsync("start");
        Execute("alter system set synchronous_standby_names = '*'");
        Execute("select pg_reload_conf()");
        return standby;
    }

    /// <param name="order">As in <c>restart -m fast</c>.</param>
    public Task ControlAsync(string order) => DoAsync("pg_ctl", ["-D", Data, "-l", _folder.File("data/server.log"), "-w", .. order.Split(' ')]);

    /// <summary>Nothing of it does anything until it is thawed; whoever asks it waits.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    /// <summary>By which the test itself asks; null for a new one each time.</summary>
    public NpgsqlConnection? Kept { get; set; }

    public void Execute(string sql) => Ask(sql, command => command.ExecuteNonQuery());

    /// <returns>Null while it gives no answer, or where it finds no row.</returns>
    public long? Count(string sql)
    {
        try
        {
            return Ask(sql, command => command.ExecuteScalar()) is { } found ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : null;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        // Whatever state the test left it in; frozen it would not hear.
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            Thaw();
        }

        Tool.RunAsync("/", As[0], [.. As[1..], Path.Combine(Programs!, "pg_ctl"), "-D", Data, "-m", "immediate", "stop"]).GetAwaiter().GetResult();
        _folder.Dispose();
    }

    // Its first process before the others, so that none is added meanwhile.
    private void Signal(string signal)
    {
        var first = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        Kill(signal, first);
        Kill(signal, File.ReadAllText($"/proc/{first}/task/{first}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // One that has just ended needs no signal.
    private static void Kill(string signal, params string[] processes)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", .. processes]) { UseShellExecute = false, RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    // Where nobody else may write, the test may.
    private T Ask<T>(string sql, Func<NpgsqlCommand, T> ask)
    {
        using var opened = Kept is null ? new NpgsqlConnection($"{ConnectionString};Pooling=False;Options=-c default_transaction_read_only=off") : null;
        opened?.Open();
        using var command = new NpgsqlCommand(sql, Kept ?? opened);
        return ask(command);
    }

    private static async Task<PostgresServer> EmptyAsync()
    {
        var server = new PostgresServer();
        if (Environment.IsPrivilegedProcess)
        {
            await Tool.RunAsync("/", "chown", ["postgres", server._folder.Path]);
        }

        return server;
    }

    private static async Task DoAsync(string program, params string[] arguments)
    {
        var ended = await Tool.RunAsync("/", As[0], [.. As[1..], Path.Combine(Programs!, program), .. arguments]);
        Assert.True(ended.ExitCode == 0, ended.Out + ended.Error);
    }
}
