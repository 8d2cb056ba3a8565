using System.Net;
using DigestWorker.Delivering.NameService;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.NameService;

public sealed class TxtLookupTests : IAsyncLifetime
{
    private readonly NameServer _server = new();

    private TxtLookup Lookup => new([_server.Address]);

    [Fact]
    public async Task Every_record_of_a_name_is_read_and_its_strings_are_joined()
    {
        var key = new string('k', 400);
        _server.Holds("sel._domainkey.board.test", "v=spf1 -all", key);

        Assert.Equal(["v=spf1 -all", key], await FindAsync("sel._domainkey.board.test"));
    }

    [Fact]
    public async Task A_name_without_a_record_has_none() => Assert.Empty((await FindAsync("nothing.board.test"))!);

    [Fact]
    public async Task A_long_answer_comes_over_a_connection()
    {
        var texts = Enumerable.Range(0, 10).Select(at => $"{at} {new string('x', 200)}").ToArray();
        _server.Holds("long.board.test", texts);

        Assert.Equal(texts, await FindAsync("long.board.test"));
    }

    [Fact]
    public async Task An_answer_to_another_question_or_with_another_id_is_passed_over()
    {
        _server.Holds("board.test", "right").Holds("other.test", "wrong");
        _server.Forgeries.Add(query => [(byte)~query[0], .. _server.Answer(query)[1..]]);
        _server.Forgeries.Add(_ => [1]);

        Assert.Equal(["right"], await FindAsync("board.test"));
    }

    [Fact]
    public async Task A_server_that_answers_rubbish_makes_way_for_the_next()
    {
        await using var broken = new NameServer();
        broken.Forgeries.Add(query => [.. _server.Answer(query)[..^3]]);
        _server.Holds("board.test", "right");

        Assert.Equal(["right"], await new TxtLookup([broken.Address, _server.Address]).FindAsync("board.test", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_no_server_answers_nothing_is_known() =>
        Assert.Null(await new TxtLookup([new IPEndPoint(IPAddress.Loopback, 1)]).FindAsync("board.test", TestContext.Current.CancellationToken));

    [Fact]
    public void No_bytes_whatever_break_the_reader()
    {
        _server.Holds("board.test", "v=spf1 -all");
        var query = TxtQuery.Write(7, "board.test");
        var answer = _server.Answer(query);
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. answer[..random.Next(answer.Length + 1)]];
            for (var at = 0; at < random.Next(6) && damaged.Length > 0; at++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Assert.All(TxtQuery.Read(damaged, query)?.Records ?? [], record => Assert.True(record.Length < answer.Length));
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<IReadOnlyList<string>?> FindAsync(string name) => Lookup.FindAsync(name, TestContext.Current.CancellationToken);
}
