using System.Data.Common;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Care;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Status;

/// <summary>What around the program may be wrong without stopping it: keys, disk, clock, and what people have to look at now and then.</summary>
internal sealed class CheckInstallation(DigestSettings settings, Database database, CheckReady ready, KeyGuard keys, TimeProvider time)
{
    private const long LeastFreeBytes = 500_000_000;

    private const int SupportLinesMonths = 6;

    private bool IsNew => !database.IsMade();

    public IReadOnlyList<CheckResult> Run() =>
    [
        Database(),
        Keys(),
        Disk(),
        new CheckClock(database, ready, time).Run(),
        Transport(),
        new CheckRoles(settings, database, ready).Run(),
        new("Bounces", settings.Delivery.HasBounceMailbox, settings.Delivery.HasBounceMailbox ? "What comes back is read." : "What comes back is not read: set Delivery:BounceAddress and BounceMaildir.") { IsAdvice = true },
        SupportLines(),
    ];

    private CheckResult Database()
    {
        if (IsNew)
        {
            return new("Database", IsGood: true, "There is none yet: the first run makes it.");
        }

        var backup = BackupFolder.NewestOf(settings.Storage, time.GetUtcNow());
        if (ready.Look() is { } trouble)
        {
            return new("Database", IsGood: false, $"It cannot be worked with: {trouble.Because}. {database.Fault(trouble.Fault, backup).Message}");
        }

        using var connection = database.Open();
        return DatabaseChecks.Last(connection) switch
        {
            { Fault: { } fault } last => new("Database", IsGood: false, $"It is damaged, as the look into it on {DateWords.Full(DateWords.LondonDay(last.At))} found: {fault}. {SqliteFault.NextStep(backup)}"),
            { } last => new("Database", IsGood: true, $"It answers and can be written, and was sound on {DateWords.Full(DateWords.LondonDay(last.At))}."),
            null => new("Database", IsGood: true, "It answers and can be written."),
        };
    }

    private CheckResult Keys()
    {
        try
        {
            KeyFile.TryRead(settings.Storage.KeyFile);
            if (IsNew)
            {
                return new("Key file", IsGood: true, "Nothing needs it before there is a database.");
            }

            keys.Check();
            return new("Key file", IsGood: true, "It holds the key of every opt-out. Copy it together with the database.");
        }
        catch (KeyFault fault)
        {
            return new("Key file", IsGood: false, fault.Message);
        }
        catch (DbException)
        {
            return new("Key file", IsGood: false, "Whether it holds every key cannot be told while the database does not answer.");
        }
    }

    private CheckResult Disk()
    {
        if (database is not SqliteDatabase { File: var file })
        {
            return new("Disk", IsGood: true, $"The disk of the database {database.Name} is for its own server to watch.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        return new("Disk", free >= LeastFreeBytes, $"{free / 1_000_000:N0} MB are free where the database lies.");
    }

    private CheckResult Transport() => settings.Delivery.Transport == TransportKind.Smtp
        ? new("Mail", IsGood: true, $"Mails go to {settings.Delivery.Smtp.Host}, port {settings.Delivery.Smtp.Port}.")
        : new("Mail", IsGood: false, "Mails are written into a folder and not sent: Delivery:Transport is Pickup.") { IsAdvice = true };

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
