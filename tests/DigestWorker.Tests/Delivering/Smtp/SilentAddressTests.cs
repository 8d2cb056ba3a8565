using System.Net;
using System.Net.Sockets;
using DigestWorker.Delivering.Smtp;

namespace DigestWorker.Tests.Delivering.Smtp;

/// <summary>A mail server of two addresses, and the packets to the first of them vanish.</summary>
public sealed class SilentAddressTests : IDisposable
{
    private static readonly IPAddress Silent = IPAddress.Parse("127.0.0.2"), There = IPAddress.Loopback;

    private readonly Socket _silent = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _there = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _waiting = [];

    private int Port => ((IPEndPoint)_silent.LocalEndPoint!).Port;

    [Fact]
    public async Task The_second_is_asked_while_there_is_time_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there is all of 127.0.0.0/8 this machine");
        await FillAsync();
        _there.Bind(new IPEndPoint(There, Port));
        _there.Listen();

        using var socket = await SmtpServer.ConnectAsync([Silent, There], Port, TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        Assert.Equal(There, ((IPEndPoint)socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task Where_none_answers_the_time_for_all_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there is all of 127.0.0.0/8 this machine");
        await FillAsync();

        var fault = await Assert.ThrowsAsync<TimeoutException>(() =>
            SmtpServer.ConnectAsync([Silent, Silent], Port, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));

        Assert.Equal("The server took longer than 1 seconds.", fault.Message);
    }

    public void Dispose()
    {
        _waiting.ForEach(one => one.Dispose());
        _silent.Dispose();
        _there.Dispose();
    }

    // Nobody accepts: once its queue is full, the kernel drops whatever asks for a connection.
    private async Task FillAsync()
    {
        _silent.Bind(new IPEndPoint(Silent, 0));
        _silent.Listen(0);
        Task asking;
        do
        {
            _waiting.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            asking = _waiting[^1].ConnectAsync(Silent, Port);
        }
        while (await Task.WhenAny(asking, Task.Delay(300, TestContext.Current.CancellationToken)) == asking);
    }
}
