using DigestWorker.Delivering;
using DigestWorker.Settings;
#if MAILKIT
using DigestWorker.Delivering.MailKit;
#endif

namespace DigestWorker.Bench.Sending;

/// <summary>What else could send the same mails, where the build has it: <c>-p:MailTransport=MailKit</c>.</summary>
internal static class OtherTransport
{
    public const string Name = "MailKit";

    /// <summary>Null where it is not.</summary>
    public static string? BuiltIn =>
#if MAILKIT
        Name;
#else
        null;
#endif

    /// <returns>Null where it is not built in.</returns>
    public static Func<IMailTransport>? Of(SmtpSettings settings) =>
#if MAILKIT
        () => new MailKitTransport(settings);
#else
        null;
#endif
}
