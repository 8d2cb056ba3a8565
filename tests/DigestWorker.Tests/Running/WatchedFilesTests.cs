using DigestWorker.Running;
using DigestWorker.Settings;
using DigestWorker.Settings.Reading;
using DigestWorker.Tests.Settings;

namespace DigestWorker.Tests.Running;

public sealed class WatchedFilesTests : IDisposable
{
    private const string SigningKey = "Delivery:Dkim:Key";

    // Each secret that may lie in a file, and settings that name one for it.
    private static readonly Dictionary<string, Func<DigestSettings, DigestSettings>> Named = new()
    {
        [SigningKey] = settings => settings with { Delivery = settings.Delivery with { Dkim = new DkimSettings { KeyFile = "secret" } } },
        ["Delivery:BounceImap:Password"] = settings => settings with { Delivery = settings.Delivery with { BounceImap = new ImapSettings { PasswordFile = "secret" } } },
        ["Delivery:Smtp:Password"] = settings => With(settings, new SmtpSettings { PasswordFile = "secret" }),
        ["Delivery:Smtp:OAuth:ClientSecret"] = settings => With(settings, new SmtpSettings { OAuth = new OAuthSettings { ClientSecretFile = "secret" } }),
        ["Delivery:Smtp:OAuth:RefreshToken"] = settings => With(settings, new SmtpSettings { OAuth = new OAuthSettings { RefreshTokenFile = "secret" } }),
        ["Storage:Password"] = settings => settings with { Storage = settings.Storage with { PasswordFile = "secret" } },
        ["Telemetry:Headers"] = settings => settings with { Telemetry = new TelemetrySettings { HeadersFile = "secret" } },
    };

    private readonly SettingsFolder _folder = new();

    public static TheoryData<string> Secrets => [SigningKey, .. SecretFiles.Paths];

    [Theory, MemberData(nameof(Secrets))]
    public void A_secret_that_changes_in_its_file_is_noticed(string secret)
    {
        var (file, settings) = (Path.Combine(_folder.Folder, "secret"), Named[secret](_folder.Accept("{}")));
        File.WriteAllText(file, "first");
        var before = WatchedFiles.PrintOf(settings);

        File.WriteAllText(file, "other");

        Assert.NotEqual(before, WatchedFiles.PrintOf(settings));
    }

    public void Dispose() => _folder.Dispose();

    private static DigestSettings With(DigestSettings settings, SmtpSettings smtp) => settings with { Delivery = settings.Delivery with { Smtp = smtp } };
}
