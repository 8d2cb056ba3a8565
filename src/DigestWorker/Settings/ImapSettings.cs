using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>A mailbox reached by IMAP. A class, not a record: nothing may print it.</summary>
internal sealed class ImapSettings
{
    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 993;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.ImplicitTls;

    public string? User { get; init; }

    /// <summary>Better in the environment: DIGEST__Delivery__BounceImap__Password.</summary>
    public string? Password { get; init; }

    /// <summary>A file that holds the password alone.</summary>
    public string? PasswordFile { get; init; }

    public string Folder { get; init; } = "INBOX";
}
