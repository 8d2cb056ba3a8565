using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>A server on loopback that says exactly what it is told to, however wrong, to each that connects.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _serving;
    private int _open;

    public RawServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public int MostOpen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref _open));
            try
            {
                _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: _stopping.Token);
                await _answer(client.GetStream(), _stopping.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The client has left, or the test is over.
            }

            Interlocked.Decrement(ref _open);
        }
    }
}
