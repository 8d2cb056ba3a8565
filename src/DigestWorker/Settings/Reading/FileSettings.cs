namespace DigestWorker.Settings.Reading;

/// <summary>The settings file as the admin sees it: its sections are the keys that the root may hold.</summary>
internal sealed class FileSettings
{
    public ScheduleSettings Schedule { get; init; } = new();

    public StorageSettings Storage { get; init; } = new();

    public CollectingSettings Collecting { get; init; } = new();

    public List<SourceSettings> Sources { get; init; } = [];

    public Dictionary<string, SelectorSettings> Recipes { get; init; } = [];

    public Dictionary<string, TopicSettings> Topics { get; init; } = [];

    public Dictionary<string, BodySettings> Bodies { get; init; } = [];

    public Dictionary<string, RoleSettings> Roles { get; init; } = [];

    public List<SubscriberSettings> Subscribers { get; init; } = [];

    public Dictionary<string, OrganisationSettings> Organisations { get; init; } = [];

    public DigestTextSettings Digest { get; init; } = new();

    public DeliverySettings Delivery { get; init; } = new();

    public WebSettings Web { get; init; } = new();

    public AlertSettings Alerts { get; init; } = new();

    public TelemetrySettings Telemetry { get; init; } = new();

    public LogSettings Logs { get; init; } = new();
}
