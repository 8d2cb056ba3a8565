using Dapper;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Care;
using DigestWorker.Pipeline.People;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Care;
using DigestWorker.Storage.Sqlite;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Care;

public sealed class RestoreDatabaseTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday);
    private DigestSettings? _settings;

    private string Copy => Path.Combine(_newsroom.Folder, "copy.db");

    private string InPlace => Path.Combine(_newsroom.Folder, "test.db");

    public RestoreDatabaseTests() => Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);

    [Fact]
    public async Task Whoever_stopped_or_was_erased_since_the_copy_was_made_stays_out()
    {
        foreach (var name in new[] { "stays", "stops", "bounces", "erased" })
        {
            _newsroom.Subscribe($"{name}@example.org");
        }

        await BackUpAsync();
        _newsroom.Subscribe("late@example.org");
        Stop("stops@example.org");
        Stop("late@example.org");
        The<Database>().InTransaction(connection => Suppressions.Suppress(connection, Id("bounces@example.org"), "hard bounce", Monday));
        await The<ErasePerson>().RunAsync("erased@example.org", TestContext.Current.CancellationToken);
        The<Stops>().Object("stranger@example.org", Monday);

        var report = Restore(force: true);

        Assert.Equal(1, report.CarriedOver!.Erased);
        Assert.Equal(3, report.CarriedOver.Stopped);
        Assert.Equal(2, report.CarriedOver.OptOuts);
        Assert.Equal("stays@example.org", Assert.Single(The<Subscribers>().All(), one => one.State == SubscriberState.Active).Email);
        Assert.Equal(SubscriberState.Suppressed, Assert.Single(The<Subscribers>().All(), one => one.Email == "bounces@example.org").State);
        Assert.All(new[] { "late", "erased", "stranger" }, name => Assert.NotNull(OptOut($"{name}@example.org")));
        _newsroom.Restart();
        Assert.DoesNotContain("erased@example.org", await BytesAsync(InPlace), StringComparison.Ordinal);
        Assert.Contains("late@example.org", await BytesAsync(report.Kept!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_erased_since_is_no_contact_of_a_team_again()
    {
        _newsroom.Organisations = new { kent = new { Name = "Kent", Teams = new { leads = new { Contact = "Jo Example <Jo@example.org>" } } } };
        The<Organisations>().Follow(The<DigestSettings>().Organisations);
        await BackUpAsync();
        await The<ErasePerson>().RunAsync("jo@example.org", TestContext.Current.CancellationToken);

        var report = Restore(force: true);

        Assert.Equal(1, report.CarriedOver!.Erased);
        Assert.Equal(0, _newsroom.Scalar("select count(*) from team where contact is not null"));
    }

    [Fact]
    public async Task An_edition_that_went_out_since_does_not_go_out_again()
    {
        _newsroom.Clock.Now = Monday.AddDays(-1);
        await _newsroom.PrepareEditionAsync(3);
        await BackUpAsync();
        _newsroom.Clock.Now = Monday;
        await _newsroom.PublishDueAsync();
        Assert.Equal(3, _newsroom.Mails.Length);

        var report = Restore(force: true);
        await _newsroom.PublishDueAsync();

        Assert.Equal(["2026-W47"], report.CarriedOver!.Editions);
        Assert.Equal(3, _newsroom.Mails.Length);
    }

    [Fact]
    public async Task What_waited_when_the_copy_was_made_and_went_out_since_is_not_sent_again()
    {
        await _newsroom.PrepareEditionAsync(3);
        _newsroom.Clock.Now = Monday.AddDays(7);
        await _newsroom.PublishDueAsync();
        AddLetter("Sent");
        await BackUpAsync();
        Tamper("update delivery set state = 'Queued', attempts = 0, sent_at = null; update letter set state = 'Queued', attempts = 0, sent_at = null");

        var report = Restore(force: true);
        _newsroom.Clock.Now += TimeSpan.FromHours(1);
        await _newsroom.PublishDueAsync();

        Assert.Equal(4, report.CarriedOver!.Mails);
        Assert.Equal(3, _newsroom.Scalar("select count(*) from delivery where state = 'Sent' and attempts = 1 and sent_at = '2026-11-30T07:30:00Z'"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Sent' and attempts = 1"));
    }

    [Fact]
    public async Task Answers_that_were_lost_and_what_was_released_since_the_copy_was_made_are_not_forgotten()
    {
        await _newsroom.PrepareEditionAsync(1);
        _newsroom.Clock.Now = Monday.AddDays(7);
        await _newsroom.PublishDueAsync();
        _newsroom.Scalar("update delivery set state = 'Unknown', attempts = 1, doubts = 1, sent_at = null returning 0");
        await BackUpAsync();
        _newsroom.Scalar("update delivery set attempts = 4, doubts = 4, by_hand = 1 returning 0");

        var report = Restore(force: true);

        Assert.Equal(1, report.CarriedOver!.Mails);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from delivery where state = 'Unknown' and attempts = 4 and doubts = 4 and by_hand = 1"));
    }

    [Theory]
    [InlineData("doubts")]
    [InlineData("by_hand")]
    public async Task A_database_of_before_tells_what_became_of_its_mails(string column)
    {
        await _newsroom.PrepareEditionAsync(1);
        _newsroom.Clock.Now = Monday.AddDays(7);
        await _newsroom.PublishDueAsync();
        await BackUpAsync();
        Tamper("update delivery set state = 'Queued', attempts = 0, sent_at = null");
        The<Database>().InTransaction(connection => connection.Execute($"alter table delivery drop column {column}"));

        Assert.Equal(1, Restore(force: true).CarriedOver!.Mails);
    }

    [Fact]
    public async Task Damage_to_one_table_costs_no_promise_of_another()
    {
        _newsroom.Subscribe("stops@example.org");
        await BackUpAsync();
        Stop("stops@example.org");
        The<Database>().InTransaction(connection => connection.Execute("pragma legacy_alter_table = on; alter table edition rename to edition_gone"));

        var report = Restore(force: true);

        Assert.Equal(["editions"], report.CarriedOver!.Unread);
        Assert.Equal(1, report.CarriedOver.Stopped);
    }

    [Fact]
    public void A_copy_of_an_older_schema_is_brought_up_to_date_before_it_is_put_in_place()
    {
        _newsroom.Subscribe("a@example.org");
        OldDatabase.Create(Copy, version: 13, """
            insert into subscriber (email, address, state, since, token) values ('b@example.org', 'b@example.org', 'Active', '2026-11-01T00:00:00Z', 't')
            """);

        var report = Restore(force: true);

        Assert.Equal((13, Schema.Newest), (report.CopySchema, report.Schema));
        Assert.Equal(1, report.Rows["subscriber"]);
    }

    [Theory]
    [InlineData("pragma user_version = 99", "newer version")]
    [InlineData("drop table edition_waiting; drop table edition_count; pragma foreign_keys = off; drop table edition", "no database of this program")]
    public async Task A_copy_that_cannot_serve_changes_nothing(string tampering, string words)
    {
        _newsroom.Subscribe("a@example.org");
        await BackUpAsync();
        Tamper(tampering);
        _newsroom.Restart();
        var before = await BytesAsync(InPlace);

        Assert.Contains(words, Assert.Throws<StorageFault>(() => Restore(force: true)).Message, StringComparison.Ordinal);

        Assert.Equal(before, await BytesAsync(InPlace));
        Assert.Empty(Directory.GetFiles(_newsroom.Folder, "*restoring*"));
    }

    [Theory]
    [InlineData("text that is no database")]
    [InlineData("")]
    public async Task A_file_that_is_no_database_changes_nothing(string text)
    {
        _newsroom.Subscribe("a@example.org");
        await File.WriteAllTextAsync(Copy, text, TestContext.Current.CancellationToken);

        Assert.StartsWith("Nothing was changed", Assert.Throws<StorageFault>(() => Restore(force: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_with_a_damaged_page_changes_nothing()
    {
        _newsroom.Publish("charity", [.. Enumerable.Range(0, 100).Select(at => FeedEntry.Grooming($"n{at}"))]);
        await _newsroom.CollectAsync();
        await BackUpAsync();
        await using (var copy = File.Open(Copy, FileMode.Open))
        {
            copy.Position = copy.Length / 2 / 4096 * 4096;
            copy.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        Assert.Contains("is damaged", Assert.Throws<StorageFault>(() => Restore(force: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_in_order_is_replaced_only_by_force_and_a_damaged_one_or_none_without()
    {
        _newsroom.Subscribe("a@example.org");
        await BackUpAsync();
        Assert.Contains("--force", Assert.Throws<StorageFault>(() => Restore(force: false)).Message, StringComparison.Ordinal);

        _newsroom.Restart();
        await File.WriteAllTextAsync(InPlace, new string('x', 10_000), TestContext.Current.CancellationToken);
        var report = Restore(force: false);
        Assert.Null(report.CarriedOver);
        Assert.Equal('x', (await BytesAsync(report.Kept!))[0]);

        _newsroom.Restart();
        File.Delete(InPlace);
        Assert.Null(Restore(force: false).Kept);
        Assert.Single(The<Subscribers>().All());
    }

    [Fact]
    public async Task The_keys_of_the_copy_come_back_with_it_and_those_made_since_stay()
    {
        The<Stops>().Object("before@example.org", Monday);
        await BackUpAsync();
        KeyFile.Rotate(KeyPath);
        _newsroom.Restart();
        The<Stops>().Object("after@example.org", Monday);

        Restore(force: true);

        Assert.All(new[] { "before", "after" }, name => Assert.NotNull(OptOut($"{name}@example.org")));
        Assert.Equal(2, (await File.ReadAllLinesAsync(KeyPath, TestContext.Current.CancellationToken)).Length);

        File.Delete(KeyPath);
        File.Delete(BackUp.KeyOf(Copy));
        Assert.Throws<KeyFault>(() => Restore(force: true));
    }

    [Fact]
    public async Task The_log_of_a_damaged_database_is_never_read_into_the_one_that_comes()
    {
        _newsroom.Subscribe("a@example.org");
        await BackUpAsync();
        _newsroom.Restart();
        await File.WriteAllTextAsync(InPlace, new string('x', 10_000), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync($"{InPlace}-wal", "old log", TestContext.Current.CancellationToken);

        Restore(force: false);

        Assert.False(File.Exists($"{InPlace}-wal"));
        Assert.Empty(FileProof.Of(InPlace).Faults);
    }

    public void Dispose() => _newsroom.Dispose();

    private string KeyPath => The<DigestSettings>().Storage.KeyFile!;

    private async Task BackUpAsync()
    {
        _settings = The<DigestSettings>();
        await The<BackUp>().RunAsync(Copy, replaces: false, progress: null, TestContext.Current.CancellationToken);
    }

    // The service has stopped, as it has to.
    private RestoreReport Restore(bool force)
    {
        _settings ??= The<DigestSettings>();
        _newsroom.Restart();
        using var database = new SqliteDatabase(_settings.Storage.ConnectionString);
        return new RestoreDatabase(_settings, database, _newsroom.Clock).Run(Copy, force);
    }

    private void AddLetter(string state) => The<Database>().InTransaction(connection => connection.Execute("""
        insert into letter (key, recipient, sender, subject, text, html, token, message_id, composed_at, state, attempts, due_at, sent_at)
        values ('k', 'a@example.org', 'digest@example.org', 's', 't', 'h', '', 'm@example.org', @at, @state, 1, @at, @at)
        """, new { at = _newsroom.Clock.Now.ToStorage(), state }));

    private void Tamper(string sql)
    {
        using var connection = DatabaseFile.Open(Copy, SqliteOpenMode.ReadWrite);
        connection.Execute(sql);
    }

    private void Stop(string email) => The<Stops>().Stop(The<Database>().InTransaction(connection => connection.ExecuteScalar<string>("select token from subscriber where address = @email", new { email }))!, Monday);

    private long Id(string email) => _newsroom.Scalar($"select id from subscriber where address = '{email}'");

    private OptOut? OptOut(string email) => The<Database>().InTransaction(connection => The<OptOuts>().Find(connection, email));

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();

    private static async Task<string> BytesAsync(string file) => System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
}
