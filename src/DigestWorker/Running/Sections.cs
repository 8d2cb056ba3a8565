using System.Security.Cryptography;
using System.Text.Json;
using DigestWorker.Settings;

namespace DigestWorker.Running;

/// <summary>The settings in force section by section, to tell which of them have changed. Of values only a hash is kept.</summary>
internal sealed class Sections
{
    private readonly Dictionary<string, string> _prints;

    public Sections(DigestSettings settings)
    {
        _prints = typeof(DigestSettings).GetProperties().ToDictionary(section => section.Name, section => Print(section.GetValue(settings)), StringComparer.Ordinal);
        _prints.Add("Storage:KeyFile", WatchedFiles.PrintOfKeys(settings));
        _prints.Add(WatchedFiles.Templates, WatchedFiles.PrintOfTemplates(settings));
    }

    /// <returns>The names of those that differ, as the file has them.</returns>
    public IReadOnlyList<string> Changed(Sections other) =>
        [.. _prints.Where(section => other._prints[section.Key] != section.Value).Select(section => InTheFile(section.Key)).Distinct(StringComparer.Ordinal)];

    private static string Print(object? section) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(section)));

    private static string InTheFile(string name) => name == nameof(DigestSettings.SourcesSwitchedOff) ? nameof(DigestSettings.Sources) : name;
}
