using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>Texts that end up in a mail's header, a log line or a heading.</summary>
internal static class TextCheck
{
    /// <summary>A text that may be left out, but has no line break or other control character.</summary>
    public static IEnumerable<SettingsMistake> OneLine(string path, string? text)
    {
        if (text is not null && text.Any(char.IsControl))
        {
            yield return SettingsMistake.Found(path, text, "write it on one line, without control characters");
        }
    }

    public static IEnumerable<SettingsMistake> Needed(string path, string? text, string write) =>
        string.IsNullOrWhiteSpace(text) ? [SettingsMistake.Missing(path, write)] : OneLine(path, text);

    public static IEnumerable<SettingsMistake> Areas(string path, IEnumerable<string> areas) =>
        areas.SelectMany((area, index) => Needed(SettingsPath.Join(path, index), area, "write the name of an area, such as \"Wales\""));
}
