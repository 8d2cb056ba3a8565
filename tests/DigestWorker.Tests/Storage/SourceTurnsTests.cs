using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

/// <summary>Two workers of one database share what is to be read.</summary>
public sealed class SourceTurnsTests : IDisposable
{
    private readonly TempDatabase? _temp = TestServer.IsUsed ? new() : null;
    private readonly List<IDisposable> _open = [];

    public SourceTurnsTests() => Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");

    [Fact]
    public void Each_source_is_claimed_once_and_matching_comes_when_all_are_done()
    {
        Ask(Of("https://a.example.org/1"), Of("https://b.example.org/2"));
        var (one, other) = (Join(), Join());

        var (first, second) = (one.Claim(perHost: 2)!, other.Claim(perHost: 2)!);
        Assert.Null(one.Claim(perHost: 2));
        one.Done(first);
        Assert.Null(one.Claim(perHost: 2));
        Assert.True(one.IsOpen());
        other.Done(second);

        Assert.Equal(["https://a.example.org/1", "https://b.example.org/2"], new[] { first.Reading, second.Reading }.Order(StringComparer.Ordinal));
        Assert.True(one.Claim(perHost: 2)!.IsMatching);
        Assert.Null(other.Claim(perHost: 2));
        one.Matched();
        Assert.False(other.IsOpen());
    }

    [Fact]
    public void Of_one_host_all_workers_together_take_no_more_than_the_settings_allow()
    {
        Ask(Of("https://a.example.org/1"), Of("https://a.example.org/2"), Of("https://a.example.org/3"), Of("file:///feeds/one.xml"), Of("file:///feeds/two.xml"));
        var (one, other) = (Join(), Join());

        var claimed = new[] { one, other, one, other, one }.Select(share => share.Claim(perHost: 2)).ToList();

        Assert.Equal(2, claimed.Count(turn => turn?.Reading.StartsWith("https:", StringComparison.Ordinal) == true));
        Assert.Equal(2, claimed.Count(turn => turn?.Reading.StartsWith("file:", StringComparison.Ordinal) == true));
        one.Done(claimed[0]!);
        Assert.Equal("https://a.example.org/3", other.Claim(perHost: 2)?.Reading);
    }

    [Fact]
    public void What_a_silent_worker_has_is_free_after_its_lease_by_the_clock_of_the_server()
    {
        Ask(Of("https://a.example.org/1"));
        var (one, other) = (Join(), Join());
        var lost = one.Claim(perHost: 1)!;
        Assert.False(new SourceTurns(_temp!.Database).AreFree());

        _temp.Scalar("with silent as (update worker set seen_at = seen_at - interval '46 seconds' where id = (select claimed_by from source_turn where source_id <> 0)) select 0");

        Assert.True(new SourceTurns(_temp.Database).AreFree());
        Assert.Equal(lost, other.Claim(perHost: 1));
        one.Done(lost);
        Assert.Equal(2, _temp.Scalar("select count(*) from source_turn"));
    }

    [Fact]
    public async Task One_that_the_others_hold_to_be_gone_claims_nothing_more()
    {
        Ask(Of("https://a.example.org/1"));
        var one = Join();
        _temp!.Scalar("with gone as (delete from worker) select 0");

        // It says that it is there every ten seconds.
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30) && !IsLost(one))
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.Contains("This worker's own connection", _temp.Database.Fault(Assert.ThrowsAny<DbException>(() => one.Claim(perHost: 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_worker_gives_up_when_it_ends_is_free_at_once()
    {
        Ask(Of("https://a.example.org/1"));
        using (var ending = new SourceTurns(_temp!.Database).TryTakePart()!)
        {
            Assert.NotNull(ending.Claim(perHost: 1));
        }

        Assert.NotNull(Join().Claim(perHost: 1));
    }

    [Fact]
    public void A_source_that_a_worker_does_not_know_is_left_to_those_who_do_and_not_waited_for_in_vain()
    {
        Ask(Of("https://new.example.org/1"));
        var (one, other) = (Join(), Join());

        one.Leave(one.Claim(perHost: 1)!);
        Assert.True(one.Claim(perHost: 1)!.IsMatching);
        one.Matched();
        Assert.False(one.IsOpen());

        var known = other.Claim(perHost: 1)!;
        Assert.True(one.IsOpen());
        other.Done(known);
        Assert.True(one.Claim(perHost: 1)!.IsMatching);
    }

    [Fact]
    public void What_is_stored_while_another_matches_is_matched_too()
    {
        Ask(Of("https://a.example.org/1"));
        var (one, other) = (Join(), Join());
        one.Done(one.Claim(perHost: 1)!);
        Assert.True(one.Claim(perHost: 1)!.IsMatching);
        Ask(Of("https://a.example.org/1"));
        other.Done(other.Claim(perHost: 1)!);

        one.Matched();

        Assert.True(other.Claim(perHost: 1)!.IsMatching);
    }

    [Fact]
    public void A_process_takes_part_once_at_a_time()
    {
        var turns = new SourceTurns(_temp!.Database);
        using (turns.TryTakePart())
        {
            Assert.Null(turns.TryTakePart());
        }

        using var again = turns.TryTakePart();
        Assert.NotNull(again);
    }

    [Fact]
    public void Turns_at_a_host_are_shared_by_all_workers()
    {
        var waits = Enumerable.Range(0, 3).Select(_ => _temp!.Database.TakeTurnAtHost("a.example.org", TimeSpan.FromMinutes(7))!.Value.TotalMinutes).ToList();

        Assert.Equal([0, 7, 14], waits.Select(wait => Math.Round(wait)));
        Assert.InRange(_temp!.Database.TakeTurnAtHost("b.example.org", TimeSpan.FromMinutes(7))!.Value.TotalMinutes, -0.5, 0.01);
    }

    private static bool IsLost(SourceShare share)
    {
        try
        {
            share.Claim(perHost: 1);
            return false;
        }
        catch (DbException)
        {
            return true;
        }
    }

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        _temp?.Dispose();
    }

    private void Ask(params Source[] sources) =>
        new SourceTurns(_temp!.Database).Open(sources.Zip(new Sources(_temp.Database).Remember(sources)), readSince: null);

    private SourceShare Join()
    {
        var share = new SourceTurns(_temp!.Database).TryTakePart()!;
        _open.Add(share);
        return share;
    }

    private static Source Of(string url) => new(url, SourceKind.Feed, new Uri(url), "Sample Partnership", [], []);
}
