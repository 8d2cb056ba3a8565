using System.ComponentModel;

namespace DigestWorker.Settings.Reading;

/// <summary>The settings file as the admin sees it: its sections are the keys that the root may hold.</summary>
internal sealed class FileSettings
{
    [Description("When the program collects and publishes.")]
    public ScheduleSettings Schedule { get; init; } = new();

    [Description("Where everything is kept, and for how long.")]
    public StorageSettings Storage { get; init; } = new();

    [Description("How much of the network and of a source's answer one run may use.")]
    public CollectingSettings Collecting { get; init; } = new();

    [Description("What is read, one row a source.")]
    public List<SourceSettings> Sources { get; init; } = [];

    [Description("How listing pages are read, each recipe under an id of its own; the built-in ones may be changed key by key.")]
    public Dictionary<string, SelectorSettings> Recipes { get; init; } = [];

    [Description("The topics, each under its id; the built-in ones may be changed key by key.")]
    public Dictionary<string, TopicSettings> Topics { get; init; } = [];

    [Description("Organisations that release or report, each under its name; the built-in ones may be changed key by key.")]
    public Dictionary<string, BodySettings> Bodies { get; init; } = [];

    [Description("The roles that decide the tailoring, each under its id; the built-in ones may be changed key by key.")]
    public Dictionary<string, RoleSettings> Roles { get; init; } = [];

    [Description("The people whom this file subscribes: taken over when the service starts, when the file has changed and before each edition, never against an opt-out.")]
    public List<SubscriberSettings> Subscribers { get; init; } = [];

    [Description("Partnership boards and trusts with the teams that they subscribe together, each under an id of letters, digits and hyphens.")]
    public Dictionary<string, OrganisationSettings> Organisations { get; init; } = [];

    [Description("The words of a digest that are the sender's own.")]
    public DigestTextSettings Digest { get; init; } = new();

    [Description("How mails go out and what comes back.")]
    public DeliverySettings Delivery { get; init; } = new();

    [Description("The pages for readers; off until they have a public address.")]
    public WebSettings Web { get; init; } = new();

    [Description("Who hears of trouble, and when.")]
    public AlertSettings Alerts { get; init; } = new();

    [Description("Where metrics and traces go; nowhere until an address stands here.")]
    public TelemetrySettings Telemetry { get; init; } = new();

    [Description("What the program says of its work on standard error.")]
    public LogSettings Logs { get; init; } = new();
}
