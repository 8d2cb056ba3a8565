using System.Net.Mail;
using DigestWorker.Domain;
using DigestWorker.Settings.Checking;

namespace DigestWorker.Settings.Reading;

/// <summary>Turns checked settings into the types of the domain; relative paths count from the folder of the file.</summary>
internal sealed class InForce(string folder)
{
    public DigestSettings Of(FileSettings file) => new()
    {
        Folder = folder,
        Schedule = file.Schedule,
        Storage = file.Storage.Provider == StorageProvider.Postgres ? ToServer(file.Storage) : ToFile(file.Storage, ConnectionText.Parse(file.Storage.ConnectionString)!),
        Collecting = file.Collecting,
        Sources = [.. file.Sources.Where(source => source.Enabled).Select(source => ToSource(source, file.Recipes))],
        SourcesSwitchedOff = [.. file.Sources.Where(source => !source.Enabled).Select(source => ToSource(source, file.Recipes))],
        Recipes = file.Recipes.ToDictionary(recipe => recipe.Key, recipe => ToRecipe(recipe.Value, new SelectorSettings())!, StringComparer.Ordinal),
        Topics = [.. file.Topics.Select(topic => ToTopic(topic.Key, topic.Value))],
        Bodies = [.. file.Bodies.Select(body => new Body([body.Key, .. body.Value.Aliases], body.Value.Type, body.Value.Hosts))],
        Roles = [.. file.Roles.Select(role => ToRole(role.Key, role.Value))],
        Subscribers = file.Subscribers,
        Organisations = [.. file.Organisations.Select(organisation => ToOrganisation(organisation.Key, organisation.Value))],
        Digest = file.Digest with { SupportLines = new(file.Digest.SupportLines.Where(line => line.Value.Length > 0)) },
        Delivery = file.Delivery with
        {
            PickupFolder = Path.GetFullPath(file.Delivery.PickupFolder, folder),
            CanaryMaildir = file.Delivery.CanaryMaildir is { } canary ? Path.GetFullPath(canary, folder) : null,
            BounceMaildir = file.Delivery.BounceMaildir is { } maildir ? Path.GetFullPath(maildir, folder) : null,
            Dkim = ToDkim(file.Delivery.Dkim, new MailAddress(file.Delivery.From)),
        },
        Web = file.Web with { PublicFolder = file.Web.PublicFolder is { } shown ? Path.GetFullPath(shown, folder) : null },
        Alerts = file.Alerts,
        Telemetry = file.Telemetry,
        Logs = file.Logs,
    };

    private StorageSettings ToServer(StorageSettings storage) => storage with
    {
        ConnectionString = ServerText.Parse(storage.ConnectionString)!.With(storage.Password),
        KeyFile = Path.GetFullPath(storage.KeyFile ?? "data/digestworker.key", folder),
    };

    private StorageSettings ToFile(StorageSettings storage, ConnectionText connection) => storage with
    {
        ConnectionString = connection.In(folder),
        KeyFile = Path.GetFullPath(storage.KeyFile ?? $"{connection.File}.key", folder),
        Backup = storage.Backup with { Folder = storage.Backup.Folder is { } backups ? Path.GetFullPath(backups, folder) : null },
    };

    private static DkimSettings ToDkim(DkimSettings dkim, MailAddress from) =>
        new() { Domain = EmailAddress.AsciiDomain(dkim.Domain ?? from.Host), Selector = dkim.Selector, KeyFile = dkim.KeyFile, Key = dkim.Key };

    private Source ToSource(SourceSettings source, Dictionary<string, SelectorSettings> recipes) => new(
        source.Name!,
        SourceKinds.ByWord[source.Kind],
        SourceUrl.Resolve(source.Url!, folder),
        source.Publisher ?? source.Name!,
        source.Topics,
        source.Areas)
    {
        FullText = source.FullText,
        Recipe = ToRecipe(source.Selectors ?? new SelectorSettings(), source.Recipe is { } id ? recipes[id] : new SelectorSettings()),
    };

    private Organisation ToOrganisation(string id, OrganisationSettings organisation) => new(
        id,
        organisation.Name!,
        organisation.Contact,
        [.. organisation.Teams.Select(team => ToTeam(team.Key, team.Value))]);

    private OrganisedTeam ToTeam(string id, TeamSettings team) => new(id, team.Name ?? id, team.Contact)
    {
        Roles = team.Roles,
        Areas = team.Areas,
        Quiet = [.. team.QuietWeeks.Select(weeks => QuietDays.Parse(weeks)!)],
        Roster = team.Roster is { } roster ? Path.GetFullPath(roster, folder) : null,
    };

    private static PageRecipe? ToRecipe(SelectorSettings own, SelectorSettings ready) =>
        own.Over(ready) is not { Item: { } item } selectors
            ? null
            : new PageRecipe
            {
                Item = item,
                Title = selectors.Title,
                Link = selectors.Link,
                Date = selectors.Date,
                Summary = selectors.Summary,
                Type = selectors.Type,
                DocumentType = selectors.DocumentType,
                DateHeading = selectors.DateHeading,
            };

    private static Topic ToTopic(string id, TopicSettings topic) => new(
        id,
        topic.Name!,
        topic.Phrases
            .Where(phrase => phrase.Value > 0)
            .DistinctBy(phrase => phrase.Key.ToLowerInvariant())
            .ToDictionary(phrase => phrase.Key.ToLowerInvariant(), phrase => phrase.Value, StringComparer.Ordinal),
        topic.Sensitive)
    {
        NeedsPeople = topic.NeedsPeople,
    };

    private static Role ToRole(string id, RoleSettings role) => new()
    {
        Id = id,
        Name = role.Name!,
        Topics = role.Topics,
        Kinds = role.Kinds.ToDictionary(kind => Enum.Parse<Kind>(kind.Key, ignoreCase: true), kind => kind.Value),
        Areas = role.Areas,
        MinimumScore = role.MinimumScore,
        FullReleases = role.FullReleases,
        OneLiners = role.OneLiners,
        UsefulFor = role.UsefulFor,
    };
}
