using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>The real program runs out of room for its database while it sends.</summary>
public sealed class FullDiskTests : IAsyncDisposable
{
    private const int Subscribers = 200, Connections = 4;

    private static readonly string Digest = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}' digest";

    private readonly SmtpSink _sink = new(new SmtpSinkScript());
    private readonly Newsroom _newsroom;

    public FullDiskTests() => _newsroom = new Newsroom(TimeProvider.System.GetUtcNow()) { MailServer = _sink.Port };

    [Fact]
    public async Task Where_a_write_fails_the_run_ends_in_words_and_the_next_one_sends_the_rest()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        Assert.SkipUnless(Tool.IsThere("sh"), "There is no shell here.");
        await PrepareAsync();

        // No file may grow past a megabyte; the runtime maps code over a far larger one unless it is told not to.
        var ended = await Tool.RunAsync(_newsroom.Folder, "sh", ["-c", $"""
            trap '' XFSZ
            ulimit -f 2048
            DOTNET_EnableWriteXorExecute=0 exec {Digest}
            """]);

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("The disk failed while the database", ended.Error, StringComparison.Ordinal);
        Assert.InRange(_sink.Messages.Count, 1, Subscribers - 1);
        _newsroom.Clock.Now = TimeProvider.System.GetUtcNow();
        Assert.Null((await _newsroom.DigestAsync()).Sent!.Stopped);
        AssertAllAreServed();
    }

    [Fact]
    public async Task Where_the_disk_is_full_the_run_ends_in_words_and_goes_on_when_there_is_room()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        Assert.SkipUnless(await MayMountAsync(), "This account may not mount a file system of its own.");
        await PrepareAsync();

        var ended = await Tool.RunAsync(_newsroom.Folder, "unshare", ["-rm", "sh", "-ec", $"""
            mkdir small
            mount -t tmpfs -o size=1m none small
            cp test.db* small
            export DIGEST__Storage__ConnectionString='Data Source=small/test.db'
            {Digest} || echo "exit $?"
            mount -o remount,size=64m small
            {Digest}
            """]);

        Assert.Equal(0, ended.ExitCode);
        Assert.StartsWith("exit 1", ended.Out, StringComparison.Ordinal);
        Assert.StartsWith("The disk is full", ended.Error, StringComparison.Ordinal);
        AssertAllAreServed();
    }

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _newsroom.Dispose();
    }

    private async Task PrepareAsync()
    {
        await _newsroom.PrepareEditionAsync(Subscribers);
        _newsroom.Restart();
    }

    private void AssertAllAreServed()
    {
        var ids = MessageIds.Of(_sink.Messages);
        Assert.Equal(Subscribers, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(ids.Length, Subscribers, Subscribers + Connections);
    }

    private static async Task<bool> MayMountAsync() =>
        Tool.IsThere("unshare") && (await Tool.RunAsync(Path.GetTempPath(), "unshare", ["-rm", "sh", "-c", "mount -t tmpfs none /mnt"])).ExitCode == 0;
}
