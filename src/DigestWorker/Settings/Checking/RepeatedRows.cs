using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>Rows that must differ in one key, whatever its case.</summary>
internal static class RepeatedRows
{
    public static IEnumerable<SettingsMistake> Of(string list, string key, IEnumerable<string?> values)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, value) in values.Index().Where(row => !string.IsNullOrWhiteSpace(row.Item)))
        {
            if (!first.TryAdd(value!.Trim(), index))
            {
                yield return SettingsMistake.Found(
                    $"{list}:{index}:{key}", value, $"{list}:{first[value.Trim()]}:{key} says the same; change or drop one of the two");
            }
        }
    }
}
