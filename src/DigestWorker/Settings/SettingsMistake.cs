using System.Globalization;
using System.Text.Json.Serialization;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings;

/// <summary>One mistake in the settings, for the admin to mend.</summary>
/// <param name="Path">Where it stands, as in <c>Sources:3:Url</c>; the file's own path where the whole file is at fault.</param>
/// <param name="Message">What is there, what is wrong with it and what to write.</param>
internal sealed record SettingsMistake(string Path, string Message)
{
    /// <summary>Of the settings file, where it stands or is missing; null for what comes from elsewhere.</summary>
    public int? Line { get; init; }

    /// <summary>The whole of it for the admin.</summary>
    [JsonIgnore]
    public string Words => Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{this} (line {line})") : ToString();

    public static SettingsMistake Missing(string path, string write) => new(path, $"is missing; {write}");

    public static SettingsMistake Found(string path, string text, string write) =>
        new(path, $"{Quoted.Text(path, text)} stands here; {write}");

    public override string ToString() => $"{Path}: {Message}";
}
