using DigestWorker.Domain;

namespace DigestWorker.Delivering.Bounces;

/// <summary>A complaint in the form of RFC 5965, as mail providers send when a reader presses their button.</summary>
/// <param name="Senders">The envelope's sender as the report and the mail that it passes on tell it.</param>
internal sealed record FeedbackReport(BounceKind Kind, IReadOnlyList<string> Senders)
{
    /// <returns>Null where the part is no such report.</returns>
    public static FeedbackReport? Read(MimePart report)
    {
        List<MimePart> parts = [.. report.Parts()];
        if (parts.Find(part => part.Type.Name is "message/feedback-report") is not { } feedback)
        {
            return null;
        }

        var (fields, _) = MailHeaders.Read(feedback.Body.TrimStart("\r\n"));
        var isAbuse = "abuse".Equals(fields["Feedback-Type"], StringComparison.OrdinalIgnoreCase);
        return new FeedbackReport(
            isAbuse ? BounceKind.Complaint : BounceKind.Other,
            [.. fields.All("Original-Mail-From"), .. parts.Where(IsReturned).SelectMany(part => MailHeaders.Read(part.Body).Headers.All("Return-Path"))]);
    }

    private static bool IsReturned(MimePart part) => part.Type.Name is "message/rfc822" or "text/rfc822-headers";
}
