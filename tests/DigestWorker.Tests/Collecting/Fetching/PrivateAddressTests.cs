using System.Net.Sockets;
using System.Text;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class PrivateAddressTests
{
    private static readonly FetchResult.Failed Refused =
        new("its address is inside your own network; set Collecting:AllowPrivateAddresses to true if that is meant") { Trouble = Trouble.Blocked };

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost")]
    [InlineData("http://[::1]")]
    [InlineData("http://[::ffff:7f00:1]")]
    [InlineData("http://2130706433")]
    [InlineData("http://0x7f.1")]
    [InlineData("http://017700000001")]
    [InlineData("http://0")]
    [InlineData("https://127.0.0.1")]
    public async Task However_it_is_written_an_address_of_this_machine_is_refused_and_never_asked(string root)
    {
        var asked = 0;
        await using var server = new RawServer((stream, token) =>
        {
            asked++;
            return AnswerAsync(stream, token);
        });

        var result = await AFetcher.OnNetwork(new()).FetchAsync(new($"{root}:{server.Address.Port}/feed"), since: null, CancellationToken.None);

        Assert.Equal(Refused, result);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task It_is_asked_where_the_settings_allow_it()
    {
        await using var server = new RawServer(AnswerAsync);

        Assert.IsType<FetchResult.Fetched>(await AFetcher.OnNetwork().FetchAsync(server.Address, since: null, CancellationToken.None));
    }

    [Fact]
    public async Task A_redirect_does_not_lead_inside()
    {
        await using var inside = new RawServer(AnswerAsync);
        await using var outside = new RawServer((stream, token) =>
            WriteAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: http://localhost:{inside.Address.Port}/admin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", token));
        using var web = new GuardedWeb();

        Assert.Equal(Refused, await AFetcher.On(web).FetchAsync(outside.Address, since: null, CancellationToken.None));
        Assert.Equal(0, inside.MostOpen);
    }

    private static Task AnswerAsync(NetworkStream stream, CancellationToken cancellationToken) =>
        WriteAsync(stream, $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{AFetcher.Feed}", cancellationToken);

    private static Task WriteAsync(NetworkStream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken).AsTask();
}
