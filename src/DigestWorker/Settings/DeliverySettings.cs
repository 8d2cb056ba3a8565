using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed record DeliverySettings
{
    [Description("Pickup writes each mail as a file into PickupFolder, so that you can look before you send. Smtp sends.")]
    public TransportKind Transport { get; init; } = TransportKind.Pickup;

    [Description("Where Pickup writes one .eml a digest; a relative folder counts from the settings file.")]
    public string PickupFolder { get; init; } = "outbox";

    [Description("Who sends the digest: an address or a name and an address, such as Safeguarding Digest <digest@example.org>.")]
    public string From { get; init; } = "Safeguarding Digest <digest@localhost.localdomain>";

    [Description("The address that people answer to, read by people; the From address where left out.")]
    public string? ReplyTo { get; init; }

    [Description("Where letters that are no digest come from, such as a link to confirm; never the digests' own address, so that a complaint about one does not harm the other. Where left out it is digest+confirm@example.org for digests from digest@example.org.")]
    public string? LettersFrom { get; init; }

    [Description("The address whose mail is read by the program: each delivery is sent as bounce+TOKEN@example.org where this is bounce@example.org.")]
    public string? BounceAddress { get; init; }

    [Description("The maildir in which that mail lands; a relative folder counts from the settings file.")]
    public string? BounceMaildir { get; init; }

    [Description("In place of BounceMaildir: the mailbox is fetched by IMAP. Only in the MailKit build.")]
    public ImapSettings BounceImap { get; init; } = new();

    public bool HasBounceMailbox => BounceMaildir is not null || BounceImap.Host is not null;

    [Description("For how many days an edition that is due is still composed, and a digest that is composed still goes out, by itself; later it is left out or held, and told.")]
    [Range(1, 6)]
    public int TooLateDays { get; init; } = 4;

    [Description("Outside production: addresses, or domains as \"@example.org\", that alone get mail; everything else is held. All where empty.")]
    public List<string> OnlyTo { get; init; } = [];

    [Description("The address of a subscriber whose digest proves that mail arrives; the admin is told where it does not.")]
    public string? Canary { get; init; }

    [Description("A maildir that the canary's mail is delivered into; without it the server's word has to do.")]
    public string? CanaryMaildir { get; init; }

    [Description("The mail server that Smtp sends through.")]
    public SmtpSettings Smtp { get; init; } = new();

    [Description("Signs mail where a key is named.")]
    public DkimSettings Dkim { get; init; } = new();
}

internal enum TransportKind
{
    Pickup,
    Smtp,
}

internal sealed class SmtpSettings
{
    [Description("The mail server's name, such as mail.example.org.")]
    public string Host { get; init; } = "localhost";

    [Description("The mail server's port: 587 with StartTls, 465 with ImplicitTls.")]
    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    [Description("StartTls begins plain and turns to TLS before anything else is said, ImplicitTls is TLS from the first byte, None is for a server on this machine alone.")]
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    [Description("The name that signs in; none where left out.")]
    public string? User { get; init; }

    [Description("The password. Keep it out of this file: set the environment variable DIGEST__Delivery__Smtp__Password, or name a file in PasswordFile.")]
    public string? Password { get; init; }

    [Description("A file that holds the password alone and is closed to other accounts (chmod 600), such as smtp-password; a relative path counts from the settings file.")]
    public string? PasswordFile { get; init; }

    [Description("Signs in with access tokens (XOAUTH2) in place of a password, as Microsoft 365 and Google want it.")]
    public OAuthSettings OAuth { get; init; } = new();

    [Description("The most mails a minute; 0 for no limit.")]
    [Range(0, 1_000_000)]
    public int PerMinute { get; init; }

    [Description("The most mails a minute to one domain; 0 for no limit.")]
    [Range(0, 1_000_000)]
    public int PerMinuteAndDomain { get; init; }

    [Description("Connections open at the same time.")]
    [Range(1, 32)]
    public int Connections { get; init; } = 1;
}

internal enum SmtpSecurity
{
    /// <summary>Plain SMTP turned into TLS before anything else is said (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    ImplicitTls,

    /// <summary>No TLS; only to a loopback host.</summary>
    None,
}
