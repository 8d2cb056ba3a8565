namespace DigestWorker.Settings;

/// <summary>What the settings file may hold, as a JSON Schema for editors: appsettings.schema.json, which a test holds against the options types.</summary>
internal static class SettingsSchema
{
    public const string File = "appsettings.schema.json";

    /// <summary>With this key at its root a settings file names its schema; it sets nothing.</summary>
    public const string Key = "$schema";

    public static string Text()
    {
        using var reader = new StreamReader(typeof(SettingsSchema).Assembly.GetManifestResourceStream(File)!);
        return reader.ReadToEnd();
    }
}
