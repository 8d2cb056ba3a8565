using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>How listing pages are read: the recipes, and what the row of a source says of its own.</summary>
internal sealed class RecipeCheck(IReadOnlyDictionary<string, SelectorSettings> recipes, Func<string, string?> selectorFault)
{
    private const string PageList = "page-list";

    // Thousands of sources share a few selectors.
    private readonly Dictionary<string, string?> _faultBySelector = new(StringComparer.Ordinal);

    public IEnumerable<SettingsMistake> Recipes() => recipes.SelectMany(recipe =>
    {
        var path = SettingsPath.Join("Recipes", recipe.Key);
        return IdCheck.Spelling(path, recipe.Key).Concat(Item(path, recipe.Value)).Concat(Selectors(path, recipe.Value));
    });

    public IEnumerable<SettingsMistake> Row(string path, SourceSettings source) =>
        source.Kind == PageList
            ? Recipe(path, source).Concat(Selectors($"{path}:Selectors", source.Selectors))
            : Misplaced(path, source);

    private IEnumerable<SettingsMistake> Recipe(string path, SourceSettings source) => source switch
    {
        { Recipe: null, Selectors: null } =>
            [SettingsMistake.Missing($"{path}:Recipe", $"write one of {string.Join(", ", recipes.Keys)}, or Selectors for this page")],
        { Recipe: null, Selectors: { } own } => Item($"{path}:Selectors", own),
        _ => IdCheck.Unknown($"{path}:Recipe", source.Recipe!, "recipe", [.. recipes.Keys]),
    };

    private static IEnumerable<SettingsMistake> Item(string path, SelectorSettings selectors) =>
        TextCheck.Needed($"{path}:Item", selectors.Item, "write the CSS selector of what one entry stands in, such as \"main li:has(h3)\"");

    private IEnumerable<SettingsMistake> Selectors(string path, SelectorSettings? selectors) =>
        selectors is null
            ? []
            :
            [
                .. Selector($"{path}:Item", selectors.Item),
                .. Selector($"{path}:Title", selectors.Title),
                .. Selector($"{path}:Link", selectors.Link),
                .. Selector($"{path}:Date", selectors.Date),
                .. Selector($"{path}:Summary", selectors.Summary),
                .. Selector($"{path}:Type", selectors.Type),
                .. Selector($"{path}:DateHeading", selectors.DateHeading),
            ];

    private IEnumerable<SettingsMistake> Selector(string path, string? selector)
    {
        if (selector is not null && Fault(selector) is { } fault)
        {
            yield return SettingsMistake.Found(path, selector, fault);
        }
    }

    private string? Fault(string selector)
    {
        if (!_faultBySelector.TryGetValue(selector, out var fault))
        {
            fault = selectorFault(selector);
            _faultBySelector.Add(selector, fault);
        }

        return fault;
    }

    private static IEnumerable<SettingsMistake> Misplaced(string path, SourceSettings source)
    {
        if (source.Recipe is { } recipe)
        {
            yield return SettingsMistake.Found($"{path}:Recipe", recipe, $"only a source of kind {PageList} is read by a recipe; drop it or change Kind");
        }

        if (source.Selectors is not null)
        {
            yield return new SettingsMistake($"{path}:Selectors", $"only a source of kind {PageList} is read by selectors; drop them or change Kind");
        }
    }
}
