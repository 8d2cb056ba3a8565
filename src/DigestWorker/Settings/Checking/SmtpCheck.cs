namespace DigestWorker.Settings.Checking;

internal static class SmtpCheck
{
    private const string Path = "Delivery:Smtp";

    public static IEnumerable<SettingsMistake> Of(SmtpSettings smtp) =>
    [
        .. HostCheck.Name($"{Path}:Host", smtp.Host),
        .. HostCheck.Security($"{Path}:Security", smtp.Security, smtp.Host),
        .. OAuthCheck.IsSet(smtp.OAuth) ? OAuthCheck.Of(smtp) : SignIn(smtp),
    ];

    private static IEnumerable<SettingsMistake> SignIn(SmtpSettings smtp)
    {
        if (smtp is { User: not null, Password: null, PasswordFile: null })
        {
            yield return SettingsMistake.Missing(
                $"{Path}:Password", "set the environment variable DIGEST__Delivery__Smtp__Password, or leave User out too");
        }

        if (smtp is { User: null, Password: not null })
        {
            yield return SettingsMistake.Missing($"{Path}:User", "write the name that goes with the password, or leave Password out too");
        }
    }
}
