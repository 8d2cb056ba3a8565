using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

internal sealed record DeliverySettings
{
    public TransportKind Transport { get; init; } = TransportKind.Pickup;

    /// <summary>Where Pickup writes one .eml a digest; a relative folder counts from the settings file.</summary>
    public string PickupFolder { get; init; } = "outbox";

    /// <summary>An address, or <c>Name &lt;address&gt;</c>.</summary>
    public string From { get; init; } = "Safeguarding Digest <digest@localhost.localdomain>";

    /// <summary>Read by people; the From address where left out.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// Where letters that are no digest come from, such as a link to confirm; never the digests' own address, so that a complaint about
    /// one does not harm the other. Where left out it is <c>digest+confirm@example.org</c> for digests from <c>digest@example.org</c>.
    /// </summary>
    public string? LettersFrom { get; init; }

    /// <summary>Whose mail is read by the program: each delivery is sent as <c>bounce+TOKEN@example.org</c> where this is <c>bounce@example.org</c>.</summary>
    public string? BounceAddress { get; init; }

    /// <summary>The maildir in which that mail lands; a relative folder counts from the settings file.</summary>
    public string? BounceMaildir { get; init; }

    /// <summary>In place of <see cref="BounceMaildir"/>: the mailbox is fetched by IMAP. Only in the MailKit build.</summary>
    public ImapSettings BounceImap { get; init; } = new();

    public bool HasBounceMailbox => BounceMaildir is not null || BounceImap.Host is not null;

    /// <summary>For how many days an edition that is due is still composed, and a digest that is composed still goes out, by itself; later it is left out or held, and told.</summary>
    [Range(1, 6)]
    public int TooLateDays { get; init; } = 4;

    /// <summary>Outside production: addresses, or domains as "@example.org", that alone get mail; everything else is held. All where empty.</summary>
    public List<string> OnlyTo { get; init; } = [];

    /// <summary>The address of a subscriber whose digest proves that mail arrives; the admin is told where it does not.</summary>
    public string? Canary { get; init; }

    /// <summary>A maildir that the canary's mail is delivered into; without it the server's word has to do.</summary>
    public string? CanaryMaildir { get; init; }

    public SmtpSettings Smtp { get; init; } = new();

    public DkimSettings Dkim { get; init; } = new();
}

internal enum TransportKind
{
    Pickup,
    Smtp,
}

internal sealed class SmtpSettings
{
    public string Host { get; init; } = "localhost";

    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    public string? User { get; init; }

    /// <summary>Better in the environment: DIGEST__Delivery__Smtp__Password.</summary>
    public string? Password { get; init; }

    /// <summary>A file that holds the password alone.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Access tokens in place of a password.</summary>
    public OAuthSettings OAuth { get; init; } = new();

    /// <summary>The most mails a minute; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int PerMinute { get; init; }

    /// <summary>The most mails a minute to one domain; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int PerMinuteAndDomain { get; init; }

    /// <summary>Connections open at the same time.</summary>
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
