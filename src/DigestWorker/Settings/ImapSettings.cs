using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>A mailbox reached by IMAP. A class, not a record: nothing may print it.</summary>
internal sealed class ImapSettings
{
    [Description("The IMAP server's name, such as imap.example.org.")]
    public string? Host { get; init; }

    [Description("The IMAP server's port: 993 with ImplicitTls, 143 with StartTls.")]
    [Range(1, 65_535)]
    public int Port { get; init; } = 993;

    [Description("ImplicitTls is TLS from the first byte, StartTls begins plain and turns to TLS before anything else is said, None is for a server on this machine alone.")]
    public SmtpSecurity Security { get; init; } = SmtpSecurity.ImplicitTls;

    [Description("The name that signs in to the mailbox.")]
    public string? User { get; init; }

    [Description("The password. Keep it out of this file: set the environment variable DIGEST__Delivery__BounceImap__Password, or name a file in PasswordFile.")]
    public string? Password { get; init; }

    [Description("A file that holds the password alone and is closed to other accounts (chmod 600), such as imap-password; a relative path counts from the settings file.")]
    public string? PasswordFile { get; init; }

    [Description("The folder of the mailbox that is read.")]
    public string Folder { get; init; } = "INBOX";
}
