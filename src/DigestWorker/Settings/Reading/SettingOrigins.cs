namespace DigestWorker.Settings.Reading;

/// <summary>Tells of each setting which of the layers it comes from: the later one wins.</summary>
internal sealed class SettingOrigins(string text, EnvironmentOverrides overrides, SecretFiles secrets)
{
    private readonly Lazy<FileLines> _lines = new(() => new FileLines(text));

    public SettingOrigin Of(string path) => (secrets.FileOf(path), overrides.VariableOf(path), _lines.Value.Of(path)) switch
    {
        ({ } file, _, _) => new SettingOrigin(SettingLayer.SecretFile, file),
        (_, { } variable, _) => new SettingOrigin(SettingLayer.Environment, variable),
        (_, _, { } line) => new SettingOrigin(SettingLayer.File, Line: line),
        _ => new SettingOrigin(SettingLayer.BuiltIn),
    };
}

internal enum SettingLayer
{
    BuiltIn,
    File,
    Environment,
    SecretFile,
}

/// <param name="Name">Of the variable or of the secret's file.</param>
internal sealed record SettingOrigin(SettingLayer Layer, string? Name = null, int? Line = null);
