using System.Text.Json.Nodes;

namespace DigestWorker.Settings.Reading;

/// <summary>Secrets that lie in files of their own: what a file holds is put over the tree, as a variable of the environment is.</summary>
/// <param name="folder">What the paths of files are relative to.</param>
/// <param name="credentials">The folder of systemd's credentials; null where there is none.</param>
internal sealed class SecretFiles(string folder, string? credentials, ICollection<SettingsMistake> mistakes)
{
    /// <summary>The variable by which systemd names the folder.</summary>
    public const string CredentialsVariable = "CREDENTIALS_DIRECTORY";

    private const string SigningKey = "Delivery:Dkim:Key";

    private static readonly string[] Secrets =
        [SigningKey, "Delivery:BounceImap:Password", "Delivery:Smtp:Password", "Delivery:Smtp:OAuth:ClientSecret", "Delivery:Smtp:OAuth:RefreshToken", "Storage:Password"];

    /// <summary>A settings file is mailed, copied and backed up; a signing key must not go with it.</summary>
    public void RefuseSigningKey(JsonObject file)
    {
        if (Text(SectionOf(file, SigningKey), NameOf(SigningKey)) is not null)
        {
            mistakes.Add(new SettingsMistake(
                SigningKey,
                "a private key has no place in the settings file; keep it in a file of its own, named by KeyFile, or in the environment variable DIGEST__Delivery__Dkim__Key"));
        }
    }

    public void Apply(JsonObject tree)
    {
        foreach (var secret in Secrets)
        {
            var section = SectionOf(tree, secret);
            if (Text(section, $"{NameOf(secret)}File") is { } file)
            {
                Apply(section!, secret, file);
            }
        }
    }

    private void Apply(JsonObject section, string secret, string file)
    {
        if (Text(section, NameOf(secret)) is not null)
        {
            mistakes.Add(new SettingsMistake($"{secret}File", $"{secret} is set too; keep one of the two"));
            return;
        }

        var (text, fault) = GuardedFile.Read(Path.Combine(folder, file), credentials);
        if (fault is not null)
        {
            mistakes.Add(SettingsMistake.Found($"{secret}File", file, fault));
        }

        section[NameOf(secret)] = text;
    }

    private static JsonObject? SectionOf(JsonObject tree, string secret) =>
        secret.Split(':')[..^1].Aggregate((JsonObject?)tree, (section, key) => section?[key] as JsonObject);

    private static string NameOf(string secret) => secret[(secret.LastIndexOf(':') + 1)..];

    private static string? Text(JsonObject? section, string key) =>
        section?[key] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
