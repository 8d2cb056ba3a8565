using DigestWorker.Domain;

namespace DigestWorker.Delivering.Bounces;

/// <summary>
/// What a delivery status notification says (RFC 3464). A delivery has one recipient of ours, but an alias may have many: the
/// delivery has failed only where it failed for all of them, so the mildest word counts.
/// </summary>
internal sealed record StatusReport(BounceKind Kind, StatusCode? Code)
{
    private const int MostGroups = 100;

    private static readonly BounceKind[] MildestFirst = [BounceKind.Other, BounceKind.Soft, BounceKind.Refused, BounceKind.Hard];

    /// <returns>Null where the part is no such notification.</returns>
    public static StatusReport? Read(MimePart report) =>
        report.Parts().FirstOrDefault(part => part.Type.Name is "message/delivery-status" or "message/global-delivery-status") is { } status
            ? Mildest(Groups(status.Body).Take(MostGroups).Where(group => group["Action"] is not null)) ?? new StatusReport(BounceKind.Other, null)
            : null;

    private static StatusReport? Mildest(IEnumerable<MailHeaders> recipients) =>
        recipients.Select(Of).MinBy(said => Array.IndexOf(MildestFirst, said.Kind));

    private static IEnumerable<MailHeaders> Groups(ReadOnlyMemory<char> body)
    {
        while (!body.IsEmpty)
        {
            (var group, body) = MailHeaders.Read(body.TrimStart("\r\n"));
            yield return group;
        }
    }

    private static StatusReport Of(MailHeaders recipient)
    {
        var code = CodeOf(recipient);
        return Word(recipient["Action"]!) switch
        {
            "failed" => new StatusReport(code?.InReport ?? BounceKind.Soft, code),
            "delayed" => new StatusReport(BounceKind.Soft, code),
            _ => new StatusReport(BounceKind.Other, code),
        };
    }

    // Systems that say no more than "failed" in Status often pass on the other server's own code.
    private static StatusCode? CodeOf(MailHeaders recipient)
    {
        var status = StatusCode.Find(recipient["Status"]);
        var diagnostic = StatusCode.Find(recipient["Diagnostic-Code"]);
        return status is null or { Subject: 0 } && diagnostic is not null && (status?.Class ?? diagnostic.Class) == diagnostic.Class ? diagnostic : status;
    }

    private static string Word(string action) => action.Split([' ', '\t', '(', ';'], 2)[0].ToLowerInvariant();
}
