using System.Net.Security;
using System.Net.Sockets;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Settings;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace DigestWorker.Delivering.MailKit;

/// <summary>A mailbox reached by IMAP (RFC 3501), in the MailKit build: new is what is not marked as seen, and what was read is marked.</summary>
/// <param name="trust">Stands in for MailKit's check of the server's certificate; null leaves it to MailKit.</param>
internal sealed class ImapMailbox(ImapSettings settings, RemoteCertificateValidationCallback? trust = null) : IMailbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly byte[] _buffer = new byte[MailReader.MostBytes];
    private readonly ImapClient _client = new() { ServerCertificateValidationCallback = trust, Timeout = (int)Patience.TotalMilliseconds };

    public string Name => $"{settings.Folder} on {settings.Host}";

    public string Needs => "Delivery:BounceImap has to name a server, a log-in and a folder that this program may read and mark.";

    public IReadOnlyList<string> New() => Reach(() =>
        Folder().Search(SearchQuery.NotSeen.And(SearchQuery.NotDeleted)).Select(id => id.ToString()).ToList());

    public ReadOnlySpan<byte> Read(string name) => Reach(() =>
    {
        using var mail = Folder().GetStream(UniqueId.Parse(name), 0, _buffer.Length);
        return _buffer.AsMemory(0, mail.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false));
    }).Span;

    public void Move(string name) => Reach(() =>
    {
        Folder().AddFlags(UniqueId.Parse(name), MessageFlags.Seen, silent: true);
        return true;
    });

    public void Dispose()
    {
        if (_client.IsConnected)
        {
            _client.Disconnect(quit: true);
        }

        _client.Dispose();
    }

    /// <summary>The folder, opened; a connection that went away is made anew.</summary>
    private IMailFolder Folder()
    {
        if (!_client.IsConnected)
        {
            _client.Connect(settings.Host!, settings.Port, MailKitSecurity.Of(settings.Security));
        }

        if (!_client.IsAuthenticated)
        {
            _client.Authenticate(settings.User!, settings.Password!);
        }

        var folder = _client.GetFolder(settings.Folder);
        if (!folder.IsOpen)
        {
            folder.Open(FolderAccess.ReadWrite);
        }

        return folder;
    }

    // Whatever goes wrong on the way is the same to who reads: the mailbox cannot be worked on now.
    private static T Reach<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is ServiceNotConnectedException or ServiceNotAuthenticatedException or CommandException or ProtocolException
            or AuthenticationException or SslHandshakeException or FolderNotFoundException or MessageNotFoundException or SocketException or TimeoutException or NotSupportedException)
        {
            throw new IOException(fault is AuthenticationException ? "the log-in was refused." : $"{fault.Message.TrimEnd('.')}.", fault);
        }
    }
}
