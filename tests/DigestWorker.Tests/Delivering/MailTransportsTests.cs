using DigestWorker.Delivering;
using DigestWorker.Delivering.Pickup;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering;

public sealed class MailTransportsTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_relative_pickup_folder_counts_from_the_settings_file()
    {
        var message = AMessage.To("lead@example.org");
        await using var transport = MailTransports.Create(new DeliverySettings { PickupFolder = Path.Combine(_temp.Path, "mail/out") }, TimeProvider.System);

        await transport.SendAsync(
            new Envelope("digest@example.org", "lead@example.org", message.MessageId), MimeWriter.Write(message), TestContext.Current.CancellationToken);

        Assert.IsType<PickupFolderTransport>(transport);
        Assert.Single(Directory.GetFiles(Path.Combine(_temp.Path, "mail", "out"), "*.eml"));
    }

    [Fact]
    public async Task Smtp_speaks_to_a_server()
    {
        await using var transport = MailTransports.Create(new DeliverySettings { Transport = TransportKind.Smtp }, TimeProvider.System);

        Assert.IsNotType<PickupFolderTransport>(transport);
    }
}
