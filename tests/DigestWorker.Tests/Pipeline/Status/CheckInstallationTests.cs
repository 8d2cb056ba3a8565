using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Status;

/// <summary>What around the program needs the admin, told before it does harm.</summary>
public sealed class CheckInstallationTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday);

    [Fact]
    public void A_new_installation_has_a_database_a_key_a_disk_and_a_clock_that_are_good() =>
        Assert.All(["Database", "Key file", "Disk", "Clock"], name => Assert.True(Result(name).IsGood, Result(name).Words));

    [Fact]
    public void An_edition_far_ahead_says_that_the_clock_stood_wrong()
    {
        _newsroom.Services.GetRequiredService<Editions>().Begin(EditionWeek.LastComplete(Monday.AddYears(1)), Monday.AddYears(1));

        Assert.False(Result("Clock").IsGood);
        Assert.Contains("23 November 2027", Result("Clock").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_whose_file_is_damaged_is_found_by_housekeeping_once_a_week()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _newsroom.Services.GetRequiredService<Housekeep>().Run();
        Assert.Contains("was sound on 23 November 2026", Result("Database").Words, StringComparison.Ordinal);
        DamageEntries();

        _newsroom.Clock.Now = Monday.AddDays(6);
        _newsroom.Services.GetRequiredService<LookIntoDatabase>().Run();
        Assert.True(Result("Database").IsGood);
        _newsroom.Clock.Now = Monday.AddDays(7);
        _newsroom.Services.GetRequiredService<LookIntoDatabase>().Run();

        Assert.Contains("It is damaged", Result("Database").Words, StringComparison.Ordinal);
        Assert.False(Result("Database").IsGood);
    }

    [Fact]
    public void Whoever_has_no_role_of_the_settings_gets_nothing_and_that_is_told()
    {
        _newsroom.Subscribe("well@example.org");
        Assert.True(Result("Roles").IsGood);
        _newsroom.Services.GetRequiredService<Teams>().Add(
            "north",
            [new Joiner("renamed@example.org", null, ["role-of-last-year"], []), new Joiner("none@example.org", null, [], []), new Joiner("both@example.org", null, ["Governor", "role-of-last-year"], []), new Joiner("gone@example.org", null, ["role-of-last-year"], [])],
            (Actor.Admin, Monday));
        _newsroom.Services.GetRequiredService<Stops>().Object("gone@example.org", Monday);

        Assert.False(Result("Roles").IsGood);
        Assert.Equal("The settings know no role of 2 subscribers, who get no digest ('role-of-last-year' is none). 'subscribers list' shows the roles of each; a role that is to be called otherwise keeps its id and changes its Name.", Result("Roles").Words);
    }

    [Fact]
    public void Opt_outs_without_their_key_are_told()
    {
        _newsroom.Services.GetRequiredService<Stops>().Object("lead@example.org", Monday);
        File.Delete(_newsroom.Services.GetRequiredService<DigestSettings>().Storage.KeyFile!);

        Assert.False(Result("Key file").IsGood);
        Assert.Contains("Put the key file back", Result("Key file").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-22", false)]
    [InlineData("2026-05-23", true)]
    public void Support_lines_are_to_be_tried_every_six_months(string day, bool good) =>
        Assert.Equal(good, Result("Support lines", settings => settings with { Digest = settings.Digest with { SupportLinesChecked = day } }).IsGood);

    public void Dispose() => _newsroom.Dispose();

    private void DamageEntries()
    {
        var page = _newsroom.Scalar("select rootpage from sqlite_master where name = 'entry'");
        var size = _newsroom.Scalar("pragma page_size");
        _newsroom.Scalar("pragma wal_checkpoint(truncate)");
        _newsroom.Restart();
        using var file = File.OpenWrite(Path.Combine(_newsroom.Folder, "test.db"));
        file.Seek((page - 1) * size, SeekOrigin.Begin);
        file.Write([.. Enumerable.Repeat((byte)0xFF, (int)size)]);
    }

    private CheckResult Result(string name, Func<DigestSettings, DigestSettings>? change = null)
    {
        var (services, settings) = (_newsroom.Services, _newsroom.Services.GetRequiredService<DigestSettings>());
        return new CheckInstallation(
            change?.Invoke(settings) ?? settings,
            services.GetRequiredService<Database>(),
            services.GetRequiredService<CheckReady>(),
            services.GetRequiredService<KeyGuard>(),
            _newsroom.Clock).Run().Single(result => result.Name == name);
    }
}
