using System.Text.Json;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>What differs between two settings in how entries come and are read.</summary>
/// <param name="NewSources">Names of sources of which nothing is stored yet.</param>
/// <param name="GoneSources">Names of sources that would not be read any more.</param>
/// <param name="Publishers">New publisher by the name of the source.</param>
/// <param name="ReadsAnew">True where entries would be classified or grouped otherwise.</param>
internal sealed record SettingsChanges(
    IReadOnlyList<string> NewSources, IReadOnlyList<string> GoneSources, IReadOnlyDictionary<string, string> Publishers, bool ReadsAnew)
{
    public static SettingsChanges Between(DigestSettings current, DigestSettings next)
    {
        var had = current.Sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);
        var has = next.Sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);
        var kept = has.Values.Where(source => had.ContainsKey(source.Name)).ToList();
        var publishers = kept.Where(source => had[source.Name].Publisher != source.Publisher).ToDictionary(source => source.Name, source => source.Publisher, StringComparer.Ordinal);
        return new SettingsChanges(
            [.. has.Keys.Where(name => !had.ContainsKey(name))],
            [.. had.Keys.Where(name => !has.ContainsKey(name))],
            publishers,
            publishers.Count > 0
                || Text(current.Topics) != Text(next.Topics)
                || Text(current.Bodies) != Text(next.Bodies)
                || kept.Exists(source => Text(Hints(source)) != Text(Hints(had[source.Name]))));
    }

    /// <summary>Makes a copy as if the new file had been in force while its entries came.</summary>
    public void ApplyTo(PrivateCopy copy)
    {
        copy.Silence(GoneSources);
        foreach (var (source, publisher) in Publishers)
        {
            copy.Republish(source, publisher);
        }
    }

    private static object Hints(Source source) => new { source.Topics, source.Areas };

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
