namespace DigestWorker.Settings;

/// <summary>What this build of the program holds; see docs/adr/0002-mail-transports.md.</summary>
internal static class BuiltWith
{
#if MAILKIT
    public const bool MailKit = true;
#else
    public const bool MailKit = false;
#endif
}
