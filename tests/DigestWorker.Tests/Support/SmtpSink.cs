using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DigestWorker.Tests.Support;

/// <summary>A mail server on loopback that delivers nothing, remembers everything and answers as scripted.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Task _accepting;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _connections;

    public SmtpSink(SmtpSinkScript script)
    {
        Script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>For "localhost", signed by itself.</summary>
    public static X509Certificate2 Certificate { get; } = MakeCertificate();

    /// <summary>Trusts the sink's certificate and no other.</summary>
    public static RemoteCertificateValidationCallback Trust { get; } =
        (_, certificate, _, _) => certificate is not null && certificate.GetRawCertData().AsSpan().SequenceEqual(Certificate.RawData);

    public SmtpSinkScript Script { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => _connections;

    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Each with the dots of the wire taken off.</summary>
    public ConcurrentQueue<byte[]> Messages { get; } = [];

    /// <summary>When each message had come in full, counted from any one moment.</summary>
    public ConcurrentQueue<TimeSpan> Arrivals { get; } = [];

    /// <summary>Waits until so many commands have come that begin like this.</summary>
    public async Task HeardAsync(string beginning, int times = 1)
    {
        for (var started = Stopwatch.StartNew(); Commands.Count(command => command.StartsWith(beginning, StringComparison.Ordinal)) < times; await Task.Delay(5))
        {
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(10), $"The server did not hear {beginning}.");
        }
    }

    public void Keep(byte[] message)
    {
        Arrivals.Enqueue(Stopwatch.GetElapsedTime(_begun));
        Messages.Enqueue(message);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_conversations);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                Interlocked.Increment(ref _connections);
                _conversations.Add(TalkAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            return;
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new SmtpSinkConversation(this, client.GetStream()).RunAsync(_stopping.Token);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                return;
            }
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var start = TimeProvider.System.GetUtcNow().AddDays(-1);
        return request.CreateSelfSigned(start, start.AddDays(30));
    }
}
