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
        [SigningKey, "Delivery:BounceImap:Password", "Delivery:Smtp:Password", "Delivery:Smtp:OAuth:ClientSecret", "Delivery:Smtp:OAuth:RefreshToken", "Storage:Password", "Telemetry:Headers"];

    private readonly Dictionary<string, string> _fileByPath = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The secrets that a file of their own may hold; of these the signing key is refused in the settings file.</summary>
    public static IEnumerable<string> Paths => Secrets.Where(secret => secret != SigningKey);

    /// <returns>The file that held the secret at this path; null where none did.</returns>
    public string? FileOf(string path) => _fileByPath.GetValueOrDefault(path);

    /// <summary>A settings file is mailed, copied and backed up; a signing key must not go with it.</summary>
    public void RefuseSigningKey(JsonObject file)
    {
        if (Text(file, SigningKey) is not null)
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
            if (Value(section, $"{NameOf(secret)}File") is { } file)
            {
                Apply(section!, secret, file);
            }
        }
    }

    private void Apply(JsonObject section, string secret, string file)
    {
        if (Value(section, NameOf(secret)) is not null)
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
        _fileByPath[secret] = file;
    }

    public static string? Text(JsonObject tree, string path) => Value(SectionOf(tree, path), NameOf(path));

    private static JsonObject? SectionOf(JsonObject tree, string secret) =>
        secret.Split(':')[..^1].Aggregate((JsonObject?)tree, (section, key) => section?[key] as JsonObject);

    private static string NameOf(string secret) => secret[(secret.LastIndexOf(':') + 1)..];

    private static string? Value(JsonObject? section, string key) =>
        section?[key] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
