using DigestWorker.Settings;
using MailKit.Security;

namespace DigestWorker.Delivering.MailKit;

/// <summary>In MailKit's words, whether a connection is to be over TLS.</summary>
internal static class MailKitSecurity
{
    public static SecureSocketOptions Of(SmtpSecurity security) => security switch
    {
        SmtpSecurity.ImplicitTls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
