using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings;

/// <summary>One mistake in the settings, for the admin to mend.</summary>
/// <param name="Path">Where it stands, as in <c>Sources:3:Url</c>; the file's own path where the whole file is at fault.</param>
/// <param name="Message">What is there, what is wrong with it and what to write.</param>
internal sealed record SettingsMistake(string Path, string Message)
{
    public static SettingsMistake Missing(string path, string write) => new(path, $"is missing; {write}");

    public static SettingsMistake Found(string path, string text, string write) =>
        new(path, $"{Quoted.Text(path, text)} stands here; {write}");

    public override string ToString() => $"{Path}: {Message}";
}
