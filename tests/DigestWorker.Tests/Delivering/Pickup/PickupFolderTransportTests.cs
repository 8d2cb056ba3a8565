using DigestWorker.Delivering;
using DigestWorker.Delivering.Pickup;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Pickup;

public sealed class PickupFolderTransportTests : MailTransportContract, IDisposable
{
    private const string Reader = "lead@school.example.org";

    private readonly TempFolder _temp = new();
    private readonly PickupFolderTransport _transport;

    public PickupFolderTransportTests()
    {
        _transport = new PickupFolderTransport(Path.Combine(_temp.Path, "outbox"));
    }

    private string Folder => Path.Combine(_temp.Path, "outbox");

    private protected override IMailTransport Transport => _transport;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_digest_that_is_sent_again_is_the_same_file()
    {
        var message = MimeWriter.Write(AMessage.To(Reader));

        await SendAsync(AnEnvelope(Reader), message);
        await SendAsync(AnEnvelope(Reader), message);

        var file = Assert.Single(Directory.GetFiles(Folder));
        Assert.Matches("^2026-W47-[0-9a-f]{32}[.]eml$", Path.GetFileName(file));
    }

    [Theory]
    [InlineData("../../etc/cron.d/evil@example.org")]
    [InlineData("a/b@example.org")]
    [InlineData(".hidden@example.org")]
    [InlineData("@example.org")]
    [InlineData("no-at-sign")]
    [InlineData("nul\0@example.org")]
    public async Task A_strange_message_id_stays_inside_the_folder(string messageId)
    {
        await SendAsync(AnEnvelope(Reader) with { MessageId = messageId }, MimeWriter.Write(AMessage.To(Reader)));

        Assert.Matches("^message-[0-9a-f]{32}[.]eml$", Path.GetFileName(Assert.Single(Directory.GetFiles(Folder))));
    }

    [Fact]
    public async Task What_a_killed_run_left_half_written_is_cleared_away()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, ".digestworker-0123.tmp"), "half a dige", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Folder, "notes.tmp"), "the admin's own", TestContext.Current.CancellationToken);

        await SendAsync(AnEnvelope(Reader), MimeWriter.Write(AMessage.To(Reader)));

        Assert.Equal([".eml", ".tmp"], Directory.GetFiles(Folder).Select(Path.GetExtension).Order());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_defers_the_digest_and_says_so()
    {
        await File.WriteAllTextAsync(Folder, "a file where the folder should be", TestContext.Current.CancellationToken);

        var reply = await SendAsync(AnEnvelope(Reader), MimeWriter.Write(AMessage.To(Reader)));

        Assert.Equal((TransportOutcome.Deferred, TransportStage.Data), (reply.Outcome, reply.Stage));
        Assert.Contains("outbox' cannot be written to", reply.Text, StringComparison.Ordinal);
    }

    private protected override IReadOnlyList<byte[]> Arrived() =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.eml").Select(File.ReadAllBytes)] : [];
}
