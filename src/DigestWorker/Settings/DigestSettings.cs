using DigestWorker.Domain;

namespace DigestWorker.Settings;

/// <summary>The settings in force, checked and turned into the types of the domain.</summary>
internal sealed record DigestSettings
{
    /// <summary>The folder that relative paths of the file count from.</summary>
    public required string Folder { get; init; }

    public required ScheduleSettings Schedule { get; init; }

    public required StorageSettings Storage { get; init; }

    public required CollectingSettings Collecting { get; init; }

    /// <summary>The enabled sources, in the order of the file.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Names of the enabled sources whose changes are judged.</summary>
    public IReadOnlySet<string> WatchedSources =>
        Sources.Where(source => source.IsWatched).Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rows of the file that are switched off; they are checked all the same.</summary>
    public IReadOnlyList<Source> SourcesSwitchedOff { get; init; } = [];

    /// <summary>By id: how well-known listing pages are read.</summary>
    public IReadOnlyDictionary<string, PageRecipe> Recipes { get; init; } = new Dictionary<string, PageRecipe>();

    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Organisations that release or report.</summary>
    public IReadOnlyList<Body> Bodies { get; init; } = [];

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>The people whom the file itself subscribes.</summary>
    public required IReadOnlyList<SubscriberSettings> Subscribers { get; init; }

    /// <summary>Who subscribes people together, with their teams.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    public required DigestTextSettings Digest { get; init; }

    public required DeliverySettings Delivery { get; init; }

    public required WebSettings Web { get; init; }

    public required AlertSettings Alerts { get; init; }

    public TelemetrySettings Telemetry { get; init; } = new();

    public LogSettings Logs { get; init; } = new();
}
