using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// Postfix's own test server (smtp-sink(1)), which throws all mail away: a mail server in a process of its own, as mail servers are.
/// </summary>
internal sealed class PostfixSink : IDisposable
{
    private const string Program = "smtp-sink", Backlog = "100";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private PostfixSink(string program)
    {
        Port = FreePort();
        // It refuses to work as root.
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        _process = Process.Start(program, [.. user, "-h", "sink", $"127.0.0.1:{Port}", Backlog]);
    }

    public int Port { get; }

    /// <returns>Null where it is not installed; Debian has it in the package postfix.</returns>
    public static async Task<PostfixSink?> TryStartAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin");
        if (folders.Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists) is not { } program)
        {
            await Console.Error.WriteLineAsync($"{Program} is not installed (Debian's package postfix): nothing is sent to a mail server in a process of its own.");
            return null;
        }

        var sink = new PostfixSink(program);
        try
        {
            await sink.ListensAsync();
            return sink;
        }
        catch
        {
            sink.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task ListensAsync()
    {
        using var given = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, Port, given.Token);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(20, given.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
