using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>One team of an organisation, keyed by an id that no other team has.</summary>
internal sealed class TeamSettings
{
    [Description("As people read it; the id where left out.")]
    public string? Name { get; init; }

    [Description("An address, with or without a name before it, such as Leads <leads@example.org>.")]
    public string? Contact { get; init; }

    [Description("Of members for whom the roster names none, such as \"designated-safeguarding-lead\".")]
    public List<string> Roles { get; init; } = [];

    [Description("Of members for whom the roster names none, such as \"County Durham\".")]
    public List<string> Areas { get; init; } = [];

    [Description("Days without a digest, as \"2026-12-21 to 2027-01-03\".")]
    public List<string> QuietWeeks { get; init; } = [];

    [Description("A CSV file that is followed whenever it changes, such as rosters/leads.csv; a relative one counts from the settings file.")]
    public string? Roster { get; init; }
}
