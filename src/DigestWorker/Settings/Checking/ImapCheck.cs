namespace DigestWorker.Settings.Checking;

/// <summary>The mailbox that bounces are fetched from, where it is reached by IMAP.</summary>
internal static class ImapCheck
{
    private const string Path = "Delivery:BounceImap";

    /// <param name="canFetch">Whether this build can speak IMAP.</param>
    public static IEnumerable<SettingsMistake> Of(DeliverySettings delivery, bool canFetch)
    {
        var imap = delivery.BounceImap;
        if (imap.Host is not { } host)
        {
            return imap is { User: null, Password: null, PasswordFile: null } ? [] : [SettingsMistake.Missing($"{Path}:Host", "write the server's name, such as \"imap.example.org\"")];
        }

        return
        [
            .. canFetch ? [] : Refused(host),
            .. delivery.BounceMaildir is null ? [] : Twice(host),
            .. HostCheck.Name($"{Path}:Host", host),
            .. HostCheck.Security($"{Path}:Security", imap.Security, host),
            .. SignIn(imap),
        ];
    }

    private static IEnumerable<SettingsMistake> Refused(string host)
    {
        yield return SettingsMistake.Found(
            $"{Path}:Host", host, "this build of the program cannot speak IMAP; build it with -p:MailTransport=MailKit, or let your mail server deliver into a BounceMaildir");
    }

    private static IEnumerable<SettingsMistake> Twice(string host)
    {
        yield return SettingsMistake.Found($"{Path}:Host", host, "BounceMaildir is set too; keep one of the two");
    }

    private static IEnumerable<SettingsMistake> SignIn(ImapSettings imap)
    {
        if (imap.User is null)
        {
            yield return SettingsMistake.Missing($"{Path}:User", "write the name that the mailbox is opened with");
        }

        if (imap is { Password: null, PasswordFile: null })
        {
            yield return SettingsMistake.Missing($"{Path}:Password", "set the environment variable DIGEST__Delivery__BounceImap__Password, or name a file by PasswordFile");
        }
    }
}
