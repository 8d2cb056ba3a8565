#if MAILKIT
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>A real IMAP server on loopback over a maildir of its own. It takes root: each of its parts runs under another account.</summary>
public sealed class Dovecot : IAsyncLifetime
{
    private const string Password = "an-answer";

    // Debian's nobody, who owns the mailbox.
    private const string Nobody = "65534:65534";

    private readonly TempFolder _folder = new();
    private readonly int[] _ports = [Ports.Free(), Ports.Free()];
    private Process? _server;

    public static void Need() => Assert.SkipUnless(Tool.RealIsRequired, "Takes Dovecot: set REQUIRE_REAL=1 to run it.");

    internal ImapSettings Settings(SmtpSecurity security, string password = Password) => new()
    {
        Host = "localhost",
        Port = security == SmtpSecurity.ImplicitTls ? _ports[1] : _ports[0],
        Security = security,
        User = "bounces",
        Password = password,
    };

    /// <summary>Delivers it as a mail server would.</summary>
    public async Task DropAsync(string name, byte[] mail)
    {
        var file = _folder.File($"mail/new/{name}");
        await File.WriteAllBytesAsync(file, mail);
        await DoAsync("chown", Nobody, file);
    }

    public async ValueTask InitializeAsync()
    {
        if (!Tool.RealIsRequired)
        {
            return;
        }

        Tool.MustBeThere("dovecot", "chown", "chmod");
        foreach (var folder in (string[])["mail/new", "mail/cur", "mail/tmp", "run", "state"])
        {
            Directory.CreateDirectory(_folder.File(folder));
        }

        _folder.Write("certificate.pem", SmtpSink.Certificate.ExportCertificatePem());
        _folder.Write("key.pem", SmtpSink.Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _folder.Write("dovecot.conf", (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "dovecot", "dovecot.conf")))
            .Replace("{folder}", _folder.Path, StringComparison.Ordinal)
            .Replace("{password}", Password, StringComparison.Ordinal)
            .Replace("{starttls}", $"{_ports[0]}", StringComparison.Ordinal)
            .Replace("{tls}", $"{_ports[1]}", StringComparison.Ordinal));
        await DoAsync("chmod", "755", _folder.Path);
        await DoAsync("chown", "-R", Nobody, _folder.File("mail"));
        _server = Tool.Start(_folder.Path, "dovecot", "-F", "-c", _folder.File("dovecot.conf"));
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await DoAsync("doveadm", "-c", _folder.File("dovecot.conf"), "stop");
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _folder.Dispose();
    }

    private async Task AnswersAsync()
    {
        for (var tries = 0; tries < 100 && !_server!.HasExited; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _ports[0]);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        Assert.Fail($"Dovecot does not answer: {await _server!.StandardError.ReadToEndAsync()}");
    }

    private async Task DoAsync(string program, params string[] arguments)
    {
        var ended = await Tool.RunAsync(_folder.Path, program, arguments);
        Assert.True(ended.ExitCode == 0, $"{program}: {ended.Out}{ended.Error}");
    }
}
#endif
