using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using static DigestWorker.Tests.Storage.MovedNewsroom;

namespace DigestWorker.Tests.Storage;

public sealed class MoveFilledDatabaseTests : IClassFixture<MovedNewsroom>
{
    private readonly MovedNewsroom _moved;

    public MoveFilledDatabaseTests(MovedNewsroom moved)
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        _moved = moved;
    }

    private Newsroom Newsroom => _moved.Newsroom;

    [Fact]
    public void Every_table_had_rows_to_be_moved()
    {
        Assert.Empty(_moved.Rows.Where(table => table.Value.InFile.Count == 0).Select(table => table.Key));
        Assert.Equal(
            _moved.Rows.Select(table => $"{table.Key} {table.Value.OnServer.Count}").Order(StringComparer.Ordinal),
            _moved.Report.Tables.Select(table => $"{table.Name} {table.Rows}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_value_reads_the_same_in_the_file_and_on_the_server() =>
        Assert.All(_moved.Rows.Values, rows => Assert.Equal(rows.InFile, rows.OnServer));

    [Fact]
    public void Large_numbers_fractions_unusual_texts_and_days_are_what_the_program_stored()
    {
        Assert.InRange(Newsroom.Scalar("select min(key) from block_key"), long.MinValue, int.MinValue - 1L);
        Assert.Equal("79.5", _moved.Text("select value from figure where unit = 'Percent' limit 1"));
        Assert.Equal(Title, _moved.Text("select title from entry where publisher = 'council'"));
        Assert.Equal("0.30000000000000004", _moved.Text("select score from near_release"));
        Assert.Equal("2027-01-11 2026-12-14", _moved.Text("select day || ' ' || moved_from from upcoming"));
        Assert.Equal("2026-11-23T07:30:00Z", _moved.Text("select min(sent_at) from delivery"));
    }

    [Fact]
    public async Task Nobody_is_mailed_twice_no_entry_is_new_again_and_next_week_goes_on()
    {
        var mails = Newsroom.Mails.Length;

        Newsroom.Publish("NSPCC", Told);
        var collected = Assert.Single((await Newsroom.CollectAsync("NSPCC")).Sources).Counts;
        var (published, sent) = await Newsroom.DigestAsync();
        await Newsroom.PublishDueAsync();
        var letters = await _moved.Get<SendLetters>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, 0, Told.Length), (collected.New, collected.Revised, collected.Known));
        Assert.Empty(published.Digests);
        Assert.Equal((0, 0), (sent?.Total ?? 0, letters));
        Assert.Equal(mails, Newsroom.Mails.Length);
        Assert.Equal(JoinOutcome.OptedOut, _moved.Get<Subscribers>().Add(new Joiner(Erased, null, ["governor"], []), Newsroom.Clock.Now));
        await AssertNextWeekAsync();
    }

    // One release is new; of the other one another outlet tells late.
    private async Task AssertNextWeekAsync()
    {
        var mails = Newsroom.Mails.Length;
        Newsroom.Publish("NSPCC", [.. Told, new FeedEntry("n3", "County lines: more children exploited", "Police counted 2,217 children exploited by county lines in 2025/26, the Home Office says.")]);
        Newsroom.Publish("council", new FeedEntry("c2", "Grooming offences against children pass 7,000", "Forces recorded 7,062 online grooming offences in 2025/26, the NSPCC says. Girls were 79.5% of the known victims."));
        var collected = await Newsroom.CollectAsync();
        Newsroom.Clock.Now = Monday.AddDays(7);

        var (published, sent) = await Newsroom.DigestAsync();

        Assert.Equal(2, collected.Sources.Sum(source => source.Counts.New));
        Assert.Equal(["head@example.org", "reader@example.org"], published.Digests.Select(digest => digest.Subscriber.Email).Order(StringComparer.Ordinal));
        Assert.Equal((2, mails + 2), (sent!.Sent, Newsroom.Mails.Length));
        Assert.Equal(2, Newsroom.Scalar("select count(*) from digest_release where digest_id in (select id from digest where edition_id = (select id from edition where week = '2026-W48'))"));
    }
}
