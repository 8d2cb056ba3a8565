using System.Diagnostics;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>Debian's Postfix on loopback in a folder of its own, apart from one that the machine may run.</summary>
public sealed class Postfix : IAsyncLifetime
{
    public const string SubscriberBeyondAscii = "éva@school.example.org";

    private const int Mailboxes = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PostfixFolder _folder = new();
    private Process? _running;
    private int _subscribers, _senders;

    public int Port => _folder.Port;

    public int PlainPort => _folder.PlainPort;

    /// <summary>Who trusts this file trusts the server.</summary>
    public string Certificate => _folder.Certificate;

    public string[] Log => File.Exists(_folder.Log) ? File.ReadAllLines(_folder.Log) : [];

    public async ValueTask InitializeAsync()
    {
        if (!Tool.RealIsRequired)
        {
            return;
        }

        Tool.MustBeThere("postfix", "saslpasswd2");
        Assert.True(Environment.IsPrivilegedProcess, "Postfix starts as root only, and REQUIRE_REAL=1 asks for it.");
        await _folder.WriteAsync(Enumerable.Range(1, Mailboxes).SelectMany(number => (string[])[Subscriber(number), Sender(number)]).Append(SubscriberBeyondAscii));
        _running = Tool.Start(_folder.Path, "postfix", "-c", _folder.Settings, "start-fg");
        await UntilAsync(() => _running.HasExited || Log.Any(line => line.Contains("daemon started", StringComparison.Ordinal)));
        Assert.False(_running.HasExited, _running.HasExited ? await _running.StandardError.ReadToEndAsync() + string.Join(Environment.NewLine, Log) : "");
    }

    public static void Need() => Assert.SkipUnless(Tool.RealIsRequired, "Takes root, Postfix and sasl2-bin: set REQUIRE_REAL=1 to run it.");

    /// <returns>An address with an empty mailbox.</returns>
    public string NewSubscriber() => Subscriber(++_subscribers);

    /// <returns>An address with an empty mailbox, for what comes back.</returns>
    public string NewSender() => Sender(++_senders);

    public string Maildir(string address) => _folder.Maildir(address);

    public string[] Mails(string address) =>
        Directory.Exists(Path.Combine(Maildir(address), "new")) ? Directory.GetFiles(Path.Combine(Maildir(address), "new")) : [];

    public async Task<string[]> MailsAsync(string address, int count)
    {
        await UntilAsync(() => Mails(address).Length >= count);
        return Mails(address);
    }

    /// <summary>Makes mails that were read look new again.</summary>
    public void PutBack(string address)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Maildir(address), "cur")))
        {
            File.Move(file, Path.Combine(Maildir(address), "new", Path.GetFileName(file)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is { HasExited: false })
        {
            await _folder.DoAsync("postfix", ["-c", _folder.Settings, "stop"]);
            using var limit = new CancellationTokenSource(Patience);
            await _running.WaitForExitAsync(limit.Token);
        }

        _running?.Dispose();
        _folder.Dispose();
    }

    private static string Subscriber(int number) => $"subscriber{number}@school.example.org";

    private static string Sender(int number) => $"bounce{number}@digest.example.org";

    private static async Task UntilAsync(Func<bool> happened)
    {
        var start = Stopwatch.GetTimestamp();
        while (!happened() && Stopwatch.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
