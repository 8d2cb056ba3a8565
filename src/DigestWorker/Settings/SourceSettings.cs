using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One row of <c>Sources</c> as the admin writes it.</summary>
internal sealed class SourceSettings
{
    [Description("A name of its own for this source, such as \"Ofsted\".")]
    [Required]
    public string? Name { get; init; }

    [Description("How it is read. feed: RSS, Atom or JSON Feed. govuk-search, govuk-content, ons-releases, wp-rest: the interfaces of GOV.UK, the ONS and WordPress. page-list: a page that lists entries. page: one page that is watched.")]
    public string Kind { get; init; } = "feed";

    [Description("Where it is read: https:, http: or file:; a relative file: counts from the settings file.")]
    [Required]
    public string? Url { get; init; }

    [Description("Who publishes it, as readers know it; the name of the source where left out.")]
    public string? Publisher { get; init; }

    [Description("Topics of all its entries, such as \"attendance\".")]
    public List<string> Topics { get; init; } = [];

    [Description("Areas of all its entries, such as \"England\".")]
    public List<string> Areas { get; init; } = [];

    [Description("For a page-list: the id of one of Recipes, such as \"nspcc-learning\".")]
    public string? Recipe { get; init; }

    [Description("For a page-list: what the recipe lacks or has otherwise, or all of it.")]
    public SelectorSettings? Selectors { get; init; }

    [Description("Where entries come with a summary only, their pages are fetched too.")]
    public bool FullText { get; init; }

    [Description("false keeps the row without reading the source.")]
    public bool Enabled { get; init; } = true;
}
