using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests.Mail;

/// <summary>What a Postfix needs to run apart from the machine's own: settings, queue, passwords and mailboxes.</summary>
internal sealed class PostfixFolder : IDisposable
{
    public const string User = "digest", Password = "an answer with é";

    // Debian's nobody, who owns the mailboxes.
    private const string Nobody = "65534";

    private readonly TempFolder _folder = new();
    private readonly int[] _ports = [Ports.Free(), Ports.Free(), Ports.Free()];

    /// <summary>Offers STARTTLS, and AUTH inside it.</summary>
    public int Port => _ports[0];

    /// <summary>Offers no TLS.</summary>
    public int PlainPort => _ports[1];

    public string Path => _folder.Path;

    public string Settings => _folder.File("etc");

    public string Certificate => InSettings("certificate.pem");

    public string Log => _folder.File("mail.log");

    public string Maildir(string address) => System.IO.Path.Combine(_folder.File("mail"), address.Split('@')[0]);

    public async Task WriteAsync(IEnumerable<string> mailboxes)
    {
        foreach (var name in (string[])["etc/sasl", "queue", "data", "mail"])
        {
            Directory.CreateDirectory(_folder.File(name));
        }

        WriteSettings();
        await File.WriteAllLinesAsync(InSettings("mailboxes"), mailboxes.Select(address => $"{address} {address.Split('@')[0]}/"));
        await File.WriteAllTextAsync(Certificate, SmtpSink.Certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(InSettings("key.pem"), SmtpSink.Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await DoAsync("saslpasswd2", ["-p", "-c", "-f", InSettings("sasl/passwords"), "-u", "example.org", User], Password);
        await DoAsync("chown", ["postfix", _folder.File("data"), InSettings("sasl/passwords")]);
        await DoAsync("chown", [Nobody, _folder.File("mail")]);
        await DoAsync("chmod", ["755", Path]);
    }

    public async Task DoAsync(string program, string[] arguments, string input = "")
    {
        var ended = await Tool.RunAsync(Path, program, arguments, input);
        Assert.True(ended.ExitCode == 0, $"{program}: {ended.Out}{ended.Error}");
    }

    public void Dispose() => _folder.Dispose();

    private void WriteSettings()
    {
        var fixtures = System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", "postfix");
        foreach (var file in Directory.GetFiles(fixtures, "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(InSettings(System.IO.Path.GetRelativePath(fixtures, file)), File.ReadAllText(file)
                .Replace("{submission}", Text(_ports[0]), StringComparison.Ordinal)
                .Replace("{plain}", Text(_ports[1]), StringComparison.Ordinal)
                .Replace("{far}", Text(_ports[2]), StringComparison.Ordinal)
                .Replace("{folder}", Settings, StringComparison.Ordinal));
        }
    }

    private string InSettings(string name) => System.IO.Path.Combine(Settings, name);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
