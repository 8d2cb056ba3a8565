using System.Text;
using Dapper;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.People;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Pipeline.People.PersonRoom;

namespace DigestWorker.Tests.Pipeline.People;

public sealed class ErasePersonTests : IDisposable
{
    private readonly PersonRoom _room = new();

    private Newsroom Newsroom => _room.Newsroom;

    [Fact]
    public async Task An_erased_address_is_nowhere_in_the_database_its_log_the_pickup_folder_or_the_bounces()
    {
        await _room.FillAsync();
        Assert.NotEmpty(FilesWith(Address));
        Assert.NotEmpty(FilesWith("Jo Example"));

        var report = await EraseAsync(Email);

        Assert.Equal((true, 4), (report!.WasKnown, report.Files));
        Assert.True(_room.Get<Rewriting>().Run());
        Assert.Empty(FilesWith(Address));
        Assert.Empty(FilesWith("Jo Example"));
        Assert.NotEmpty(FilesWith(Other));
        Assert.Equal(2, Newsroom.Mails.Length);
    }

    [Fact]
    public async Task An_edition_counts_as_many_digests_as_before()
    {
        await _room.FillAsync();
        var edition = _room.Get<Editions>().Find(EditionWeek.LastComplete(Monday))!;
        var before = _room.Get<EditionReports>().Of(edition);

        await EraseAsync(Email);

        var after = _room.Get<EditionReports>().Of(edition);
        Assert.Equal((2, 2, 0), (before.Digests, after.Digests, after.WithoutDigest));
        Assert.Equal(2, after.Of(DeliveryState.Sent));
    }

    [Fact]
    public async Task No_table_but_the_digests_that_editions_count_knows_the_person_any_more()
    {
        await _room.FillAsync();
        var id = _room.Id;

        await EraseAsync(Email);

        Assert.Equal(["digest"], Referring().Where(table => Newsroom.Scalar($"select count(*) from {table} where subscriber_id = {id}") > 0));
        Assert.Equal(0, Newsroom.Scalar($"select count(*) from digest where subscriber_id = {id} and why || token || notice <> ''"));
        Assert.Equal(0, Newsroom.Scalar("select count(*) from confirmation") + Newsroom.Scalar("select count(*) from letter") + Newsroom.Scalar("select count(*) from bounce"));
    }

    [Fact]
    public async Task What_only_this_person_was_sent_is_emptied_and_what_others_were_sent_too_is_not()
    {
        await _room.FillAsync();

        await EraseAsync(Email);

        Assert.Equal(
            Newsroom.Scalar("select count(distinct profile_id) from digest d join subscriber s on s.id = d.subscriber_id where s.email <> ''"),
            Newsroom.Scalar("select count(*) from profile where html <> '' and subject <> ''"));
    }

    [Fact]
    public async Task Nobody_but_the_person_subscribes_the_address_again()
    {
        await _room.FillAsync();
        await EraseAsync(Email);

        Assert.Equal(JoinOutcome.OptedOut, _room.Get<Subscribers>().Add(new Joiner(Email, null, ["governor"], []), Monday));
        Assert.Equal([JoinOutcome.OptedOut], _room.Get<Teams>().Add("Board of Kent", [new Joiner(Address, null, ["governor"], [])], (Actor.Admin, Monday)));
        _room.Get<Subscribers>().Follow([new Joiner(Address.ToUpperInvariant(), null, ["governor"], [])], Monday);
        Assert.Equal([Other], _room.Get<Subscribers>().Everybody().Select(one => one.Email));

        var asked = _room.Database.InTransaction(connection => _room.Get<Joining>().Join(
            connection, new Joiner(Email, null, ["governor"], []), AskedBy.Self, (Monday, "Yes")));
        Assert.Equal(JoinOutcome.Joined, asked.Outcome);
        Assert.Equal(2, _room.Get<Subscribers>().Everybody().Count);
    }

    [Fact]
    public async Task A_digest_that_waits_is_never_sent_and_the_link_of_an_old_mail_opens_nothing()
    {
        await _room.FillAsync();
        var token = Text($"select token from subscriber where id = {_room.Id}");
        _room.Execute("update delivery set state = 'Queued', due_at = '2026-11-01T00:00:00Z' where digest_id in (select id from digest where subscriber_id = @id)");

        await EraseAsync(Email);

        Assert.Equal(0, (await _room.Get<DeliverEdition>().SendDueAsync(TestContext.Current.CancellationToken))!.Total);
        Assert.Equal(2, Newsroom.Scalar("select count(*) from delivery where state = 'Suppressed'"));
        Assert.Null(_room.Get<Stops>().Find(token));
        Assert.Null(_room.Get<ReadDigest>().Run(EditionWeek.LastComplete(Monday), token));
    }

    [Fact]
    public async Task Whoever_is_erased_while_an_edition_is_composed_gets_no_digest()
    {
        await _room.FillAsync();
        var composed = new ComposedFor(
            _room.Get<Subscribers>().All().Single(one => one.Email == Email),
            new DigestWindow(Monday, Monday.AddDays(7), First: false),
            new Profile([1], "digest@example.org", "digest@example.org", "s", "t", "h", null),
            "", [], "2026-W48-x@example.org")
        { Sent = new HashSet<SentRelease>() };
        await EraseAsync(Email);

        var kept = _room.Get<Digests>().Keep(_room.Get<Editions>().Begin(new EditionWeek(2026, 48), Monday.AddDays(7)), [composed], Monday.AddDays(7));

        Assert.Equal([null], kept);
        Assert.Equal(0, Newsroom.Scalar("select count(*) from delivery where recipient like 'jo%'"));
    }

    [Fact]
    public async Task While_mails_are_being_sent_nothing_is_changed()
    {
        await _room.FillAsync();
        using (_room.Database.TrySend())
        {
            Assert.Null(await EraseAsync(Email));
            Assert.False(_room.Get<Rewriting>().Run());
            Assert.Equal(2, _room.Get<Subscribers>().All().Count);
        }

        Assert.NotNull(await EraseAsync(Email));
    }

    [Fact]
    public async Task A_page_erases_by_id_and_the_housekeeping_does_the_rest()
    {
        await _room.FillAsync();

        var report = await _room.Get<ErasePerson>().RunAsync(_room.Id, TestContext.Current.CancellationToken);
        _room.Get<Housekeep>().Run();

        Assert.True(report!.WasKnown);
        Assert.Empty(FilesWith(Address));
        Assert.False(_room.Get<Rewriting>().IsDue);
        Assert.Null(await _room.Get<ErasePerson>().RunAsync(4711, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Erasing_twice_or_a_stranger_is_done_as_well_and_keeps_the_address_out()
    {
        await _room.FillAsync();
        await EraseAsync(Email);

        Assert.False((await EraseAsync(Address))!.WasKnown);
        Assert.False((await EraseAsync("stranger@example.org"))!.WasKnown);
        Assert.Equal(JoinOutcome.OptedOut, _room.Get<Subscribers>().Add(new Joiner("stranger@example.org", null, ["governor"], []), Monday));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from suppression where reason = 'Erased'"));
    }

    [Fact]
    public async Task Whoever_was_the_contact_of_a_team_or_an_organisation_is_erased_there_with_the_name_and_told_where_the_settings_say_it()
    {
        _room.MakeContact($"Jo Example <{Email}>");
        await _room.FillAsync();
        _room.Get<Organisations>().Follow(_room.Get<DigestSettings>().Organisations);

        var report = await EraseAsync(Address);

        Assert.Equal(["Alerts:To", "Organisations:kent:Contact", "Organisations:kent:Teams:leads:Contact"], report!.NamedIn.Order(StringComparer.Ordinal));
        Assert.Equal(0, Newsroom.Scalar("select count(*) from team where contact like 'Jo Example%'") + Newsroom.Scalar("select count(*) from organisation where contact is not null"));
        Assert.Equal(1, Newsroom.Scalar($"select count(*) from team where contact = 'Ann <{Other}>'"));
    }

    public void Dispose() => _room.Dispose();

    private Task<ErasureReport?> EraseAsync(string email) => _room.Get<ErasePerson>().RunAsync(email, TestContext.Current.CancellationToken);

    private string Text(string sql)
    {
        using var connection = _room.Database.Open();
        return connection.QuerySingle<string>(sql);
    }

    private List<string> Referring()
    {
        using var connection = _room.Database.Open();
        return [.. connection.Query<string>(TestServer.IsUsed
            ? "select table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where column_name = 'subscriber_id' and table_type = 'BASE TABLE' order by table_name collate \"C\""
            : """
            select m.name from sqlite_schema m join pragma_table_info(m.name) c on c.name = 'subscriber_id' where m.type = 'table' order by m.name
            """)];
    }

    // In any letter case, as bytes: what SQLite does not show counts too. Mails of the other person hold a longer address.
    private string?[] FilesWith(string text)
    {
        using var held = Newsroom.HoldOpen();
        return [.. Directory.EnumerateFiles(Newsroom.Folder, "*", SearchOption.AllDirectories)
            .Where(file => System.Text.RegularExpressions.Regex.IsMatch(
                Encoding.Latin1.GetString(Shared(file)).Replace("=\r\n", "", StringComparison.Ordinal),
                $"(?<!ann\\.){System.Text.RegularExpressions.Regex.Escape(text)}",
                System.Text.RegularExpressions.RegexOptions.IgnoreCase))
            .Select(Path.GetFileName)];
    }

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
