using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings;

/// <summary>What came of reading a settings file: settings in force, or all of its mistakes at once.</summary>
internal abstract record SettingsReading
{
    private SettingsReading()
    {
    }

    /// <summary>What is accepted and yet not safe: secrets in the file. Every verb tells them.</summary>
    public IReadOnlyList<SettingsMistake> Warnings { get; init; } = [];

    /// <summary>What is taken for what it means, but spelled so that editors mark it.</summary>
    public IReadOnlyList<SettingsMistake> Remarks { get; init; } = [];

    /// <summary>Differs for every other content of the file; null where it could not be had.</summary>
    public string? Print { get; init; }

    internal sealed record Accepted(DigestSettings Settings) : SettingsReading
    {
        /// <summary>Every value in force as the file would spell it, and where it comes from.</summary>
        public required SettingValues Values { get; init; }
    }

    /// <param name="Mistakes">At least one.</param>
    internal sealed record Refused(IReadOnlyList<SettingsMistake> Mistakes) : SettingsReading;
}
