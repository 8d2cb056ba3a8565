using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>A server on loopback that says exactly what it is told to, however wrong, to each that connects.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<NetworkStream, CancellationToken, Task> answer;
    private readonly Task serving;
    private int open;

    public RawServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/feed");
        serving = ServeAsync();
    }

    public Uri Address { get; }

    public int MostOpen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(TalkAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
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
            MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref open));
            try
            {
                _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stopping.Token);
                await answer(client.GetStream(), stopping.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The client has left, or the test is over.
            }

            Interlocked.Decrement(ref open);
        }
    }
}
