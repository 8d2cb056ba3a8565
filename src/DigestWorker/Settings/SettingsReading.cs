namespace DigestWorker.Settings;

/// <summary>What came of reading a settings file: settings in force, or all of its mistakes at once.</summary>
internal abstract record SettingsReading
{
    private SettingsReading()
    {
    }

    internal sealed record Accepted(DigestSettings Settings) : SettingsReading;

    /// <param name="Mistakes">At least one.</param>
    internal sealed record Refused(IReadOnlyList<SettingsMistake> Mistakes) : SettingsReading;
}
