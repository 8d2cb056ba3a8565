using DigestWorker.Composing.Wording;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>What around the program may be wrong without stopping it: keys, disk, clock, and what people have to look at now and then.</summary>
internal sealed class CheckInstallation(DigestSettings settings, Database database, CheckReady ready, KeyGuard keys, TimeProvider time)
{
    private const long LeastFreeBytes = 500_000_000;

    private const int SupportLinesMonths = 6;

    public IReadOnlyList<CheckResult> Run() =>
    [
        new("Database", ready.Run() is null, ready.Run() ?? "It answers and can be written."),
        Keys(),
        Disk(),
        Clock(),
        Transport(),
        new("Bounces", settings.Delivery.HasBounceMailbox, settings.Delivery.HasBounceMailbox ? "What comes back is read." : "What comes back is not read: set Delivery:BounceAddress and BounceMaildir."),
        SupportLines(),
    ];

    private CheckResult Keys()
    {
        try
        {
            keys.Check();
            return new("Key file", IsGood: true, "It holds the key of every opt-out. Copy it together with the database.");
        }
        catch (KeyFault fault)
        {
            return new("Key file", IsGood: false, fault.Message);
        }
    }

    private CheckResult Disk()
    {
        if (database is not SqliteDatabase { File: var file })
        {
            return new("Disk", IsGood: true, $"The disk of the database {database.Name} is for its own server to watch.");
        }

        var free = new DriveInfo(Path.GetFullPath(file)).AvailableFreeSpace;
        return new("Disk", free >= LeastFreeBytes, $"{free / 1_000_000:N0} MB are free where the database lies.");
    }

    // Cut-offs come from this clock; one in the future says that it stood wrong then or does now.
    private CheckResult Clock()
    {
        using var connection = database.Open();
        return Editions.NewestCutOff(connection) is { } cutOff && cutOff > time.GetUtcNow().AddDays(7)
            ? new("Clock", IsGood: false, $"An edition ends on {DateWords.Full(DateWords.LondonDay(cutOff))}, which is to come: the clock stood wrong when it was composed, or does now.")
            : new("Clock", IsGood: true, $"It is {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC here.");
    }

    private CheckResult Transport() => settings.Delivery.Transport == TransportKind.Smtp
        ? new("Mail", IsGood: true, $"Mails go to {settings.Delivery.Smtp.Host}, port {settings.Delivery.Smtp.Port}.")
        : new("Mail", IsGood: false, "Mails are written into a folder and not sent: Delivery:Transport is Pickup.");

    private CheckResult SupportLines()
    {
        var today = DateWords.LondonDay(time.GetUtcNow());
        return settings.Digest.CheckedOn switch
        {
            null => new("Support lines", IsGood: false, "Nobody has noted when they were last tried: set Digest:SupportLinesChecked."),
            { } day when day.AddMonths(SupportLinesMonths) < today => new("Support lines", IsGood: false, $"They were last tried on {DateWords.Full(day)}, more than {SupportLinesMonths} months ago."),
            { } day => new("Support lines", IsGood: true, $"They were last tried on {DateWords.Full(day)}."),
        };
    }
}
