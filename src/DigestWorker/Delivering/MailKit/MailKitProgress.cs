using MailKit;

namespace DigestWorker.Delivering.MailKit;

/// <summary>How far a send has come; MailKit does not say it in its exceptions. The last byte counts as the final dot.</summary>
internal sealed class MailKitProgress : ITransferProgress
{
    public TransportStage Stage { get; set; } = TransportStage.Connect;

    public void Report(long bytesTransferred, long totalSize) =>
        Stage = bytesTransferred < totalSize ? TransportStage.Data : TransportStage.AfterFinalDot;

    public void Report(long bytesTransferred) => Stage = TransportStage.Data;
}
