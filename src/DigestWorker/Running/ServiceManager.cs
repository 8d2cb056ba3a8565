using System.Collections;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DigestWorker.Running;

/// <summary>
/// Tells the service manager how the service is, as sd_notify(3) does: one datagram to the socket that the environment names. Does
/// nothing where it names none, and no fault of it harms the service.
/// </summary>
internal sealed class ServiceManager
{
    private const string SocketVariable = "NOTIFY_SOCKET", WatchdogVariable = "WATCHDOG_USEC", WatchdogProcessVariable = "WATCHDOG_PID";

    // Its queue is short: one that has stopped reading must not stop the service.
    private const int LongestWaitMilliseconds = 200;

    private readonly string? _socket;

    /// <param name="environment">As from <see cref="Environment.GetEnvironmentVariables()"/>.</param>
    public ServiceManager(IDictionary environment)
    {
        _socket = (string?)environment[SocketVariable];
        var isForUs = environment[WatchdogProcessVariable] is not string process || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        if (isForUs && long.TryParse((string?)environment[WatchdogVariable], CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0)
        {
            WatchdogEvery = TimeSpan.FromMicroseconds(microseconds) / 2;
        }
    }

    /// <summary>How often it wants to hear that the service lives; null where it does not.</summary>
    public TimeSpan? WatchdogEvery { get; }

    /// <summary>Why it could not be told, from the first time on; null where it could.</summary>
    public string? Fault { get; private set; }

    public void Ready(string status) => Tell($"READY=1\nSTATUS={status}");

    /// <param name="time">Its timestamps are those of the machine's monotonic clock.</param>
    public void Reloading(TimeProvider time)
    {
        var microseconds = (Int128)time.GetTimestamp() * 1_000_000 / time.TimestampFrequency;
        Tell(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={microseconds}"));
    }

    public void Stopping() => Tell("STOPPING=1");

    /// <summary>Says that the service lives for as long as it does; a service that goes silent is started anew.</summary>
    public async Task FeedWatchdogAsync(Func<bool> isAlive, TimeProvider time, CancellationToken ending)
    {
        if (WatchdogEvery is not { } every)
        {
            return;
        }

        using var timer = new PeriodicTimer(every, time);
        while (await NextAsync(timer, ending))
        {
            if (isAlive())
            {
                Tell("WATCHDOG=1");
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ending)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ending);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Tell(string state)
    {
        if (string.IsNullOrEmpty(_socket))
        {
            return;
        }

        try
        {
            // A name that begins with @ is none of the file system's; on the wire it begins with a zero.
            var address = new UnixDomainSocketEndPoint(_socket[0] == '@' ? $"\0{_socket[1..]}" : _socket);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { SendTimeout = LongestWaitMilliseconds };
            socket.SendTo(Encoding.UTF8.GetBytes(state), address);
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException or PlatformNotSupportedException)
        {
            Fault ??= fault.Message;
        }
    }
}
