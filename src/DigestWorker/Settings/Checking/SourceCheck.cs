using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal sealed class SourceCheck(IReadOnlyCollection<string> topics, RecipeCheck recipes)
{
    public IEnumerable<SettingsMistake> Of(IReadOnlyList<SourceSettings> sources) =>
        sources
            .SelectMany((source, index) => Row(SettingsPath.Join("Sources", index), source))
            .Concat(RepeatedRows.Of("Sources", "Name", sources.Select(source => source.Name)));

    private IEnumerable<SettingsMistake> Row(string path, SourceSettings source) =>
    [
        .. TextCheck.Needed($"{path}:Name", source.Name, "write a name of its own for this source"),
        .. Kind($"{path}:Kind", source.Kind),
        .. Url($"{path}:Url", source.Url),
        .. TextCheck.OneLine($"{path}:Publisher", source.Publisher),
        .. IdCheck.UnknownRows($"{path}:Topics", source.Topics, "topic", topics),
        .. TextCheck.Areas($"{path}:Areas", source.Areas),
        .. recipes.Row(path, source),
    ];

    private static IEnumerable<SettingsMistake> Kind(string path, string kind)
    {
        if (!SourceKinds.ByWord.ContainsKey(kind))
        {
            yield return SettingsMistake.Found(path, kind, SourceKinds.Advice(kind));
        }
    }

    private static IEnumerable<SettingsMistake> Url(string path, string? url)
    {
        if (url is null)
        {
            yield return SettingsMistake.Missing(path, "write the full address that this source is read from");
        }
        else if (SourceUrl.Advice(url) is { } advice)
        {
            yield return SettingsMistake.Found(path, url, advice);
        }
    }
}
