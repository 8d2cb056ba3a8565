using DigestWorker.Pipeline.Care;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Care;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Care;

public sealed class BackUpTests : IDisposable
{
    private static readonly DateTimeOffset Night = new(2026, 11, 28, 2, 15, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Night) { AdminAddress = "admin@example.org", BackupFolder = "backups" };
    private readonly TaskCompletionSource _hasBegun = new();

    private string Backup => Path.Combine(_newsroom.Folder, "copies", "today.db");

    private string[] Scheduled => Directory.Exists(Nightly) ? [.. Directory.GetFiles(Nightly, "*.db").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)] : [];

    private string Nightly => Path.Combine(_newsroom.Folder, "backups");

    public BackUpTests() => Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);

    [Fact]
    public async Task Made_while_others_write_it_is_whole_its_owners_alone_and_has_its_key_beside_it()
    {
        _newsroom.Publish("charity", [.. Enumerable.Range(0, 200).Select(at => FeedEntry.Grooming($"n{at}"))]);
        await _newsroom.CollectAsync();
        _newsroom.Services.GetRequiredService<Stops>().Object("objector@example.org", Night);
        using var end = new CancellationTokenSource();
        var writing = Task.Run(() => WriteUntil(end.Token), TestContext.Current.CancellationToken);
        await _hasBegun.Task;

        var report = await RunAsync(replaces: false);
        await end.CancelAsync();

        Assert.True(await writing > 1);
        Assert.Equal(200, report.Rows["entry"]);
        Assert.Empty(FileProof.Of(Backup).Faults);
        Assert.Equal(await ReadAsync(KeyPath), await ReadAsync(report.Key!));
        Assert.Equal(["today.db", "today.db.key"], Directory.GetFiles(Path.GetDirectoryName(Backup)!).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup) | File.GetUnixFileMode(report.Key!));
        }
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_that_is_asked_for()
    {
        await RunAsync(replaces: false);
        var first = File.GetLastWriteTimeUtc(Backup);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => RunAsync(replaces: false));
        Assert.Contains("--force", fault.Message, StringComparison.Ordinal);
        Assert.Equal(first, File.GetLastWriteTimeUtc(Backup));

        _newsroom.Subscribe("new@example.org");
        Assert.Equal(1, (await RunAsync(replaces: true)).Rows["subscriber"]);
    }

    [Fact]
    public async Task Without_the_key_of_an_opt_out_no_backup_is_called_one()
    {
        _newsroom.Services.GetRequiredService<Stops>().Object("objector@example.org", Night);
        File.Delete(KeyPath);

        var fault = await Assert.ThrowsAsync<StorageFault>(() => RunAsync(replaces: false));

        Assert.Contains("key", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Backup)!));
    }

    [Fact]
    public async Task The_night_makes_one_and_keeps_the_newest()
    {
        _newsroom.Subscribe("a@example.org");
        for (var night = 0; night < 5; night++)
        {
            await DueAsync();
            await DueAsync();
            _newsroom.Clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(["digestworker-20261130-021500.db", "digestworker-20261201-021500.db", "digestworker-20261202-021500.db"], Scheduled);
        Assert.Empty(_newsroom.Mails);
    }

    [Fact]
    public async Task A_backup_that_fails_is_told_once_and_once_that_there_is_one_again()
    {
        _newsroom.Subscribe("a@example.org");
        await File.WriteAllTextAsync(Nightly, "no folder", TestContext.Current.CancellationToken);
        await DueAsync();
        await DueAsync();
        Assert.Contains("The backup of the night failed", await ReadAsync(Assert.Single(_newsroom.Mails)), StringComparison.Ordinal);
        Assert.False(Assert.Single(Status(), check => check.Name == "Backup").IsGood);

        File.Delete(Nightly);
        await DueAsync();

        Assert.Equal(2, _newsroom.Mails.Length);
        Assert.True(Assert.Single(Status(), check => check.Name == "Backup").IsGood);
        _newsroom.Clock.Now += TimeSpan.FromDays(3);
        Assert.Contains("3 days old", Assert.Single(Status(), check => check.Name == "Backup").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_a_clock_that_ran_ahead_keeps_no_night_from_making_one()
    {
        Directory.CreateDirectory(Nightly);
        await File.WriteAllTextAsync(Path.Combine(Nightly, "digestworker-20300101-021500.db"), "", TestContext.Current.CancellationToken);
        Assert.False(Assert.Single(Status(), check => check.Name == "Backup").IsGood);

        await DueAsync();

        Assert.Contains("digestworker-20261128-021500.db", Scheduled);
        Assert.True(Assert.Single(Status(), check => check.Name == "Backup").IsGood);
    }

    public void Dispose() => _newsroom.Dispose();

    private string KeyPath => _newsroom.Services.GetRequiredService<DigestSettings>().Storage.KeyFile!;

    private Task<BackupReport> RunAsync(bool replaces) =>
        _newsroom.Services.GetRequiredService<BackUp>().RunAsync(Backup, replaces, progress: null, TestContext.Current.CancellationToken);

    private async Task DueAsync()
    {
        await _newsroom.Services.GetRequiredService<KeepBackups>().RunDueAsync(_newsroom.Clock.Now.AddMinutes(-1), TestContext.Current.CancellationToken);
        await _newsroom.Services.GetRequiredService<TellTroubles>().RunAsync(TestContext.Current.CancellationToken);
    }

    private IReadOnlyList<DigestWorker.Pipeline.Status.CheckResult> Status() =>
        _newsroom.Services.GetRequiredService<DigestWorker.Pipeline.Status.ReadStatus>().Run().Checks;

    private int WriteUntil(CancellationToken end)
    {
        var rows = 0;
        for (; !end.IsCancellationRequested; rows++)
        {
            _newsroom.Subscribe($"w{rows}@example.org");
            _hasBegun.TrySetResult();
        }

        return rows;
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
}
