namespace DigestWorker.Domain;

/// <summary>Which reader reads a source. The settings file spells a kind in kebab case: <c>govuk-search</c>.</summary>
public enum SourceKind
{
    Feed,
    GovUkSearch,
    GovUkContent,
    OnsReleases,
    WpRest,
    PageList,
    Page,
}
