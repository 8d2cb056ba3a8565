using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>A page that says when statistics will come. Any save moves its dates, so only what it says of the release counts.</summary>
internal static class GovUkAnnouncement
{
    private const int LongestReason = 500;

    public static bool IsType(string? documentType) => documentType is not null && documentType.EndsWith("_announcement", StringComparison.Ordinal);

    /// <param name="details">What the page shows: display_date, previous_display_date, why it was cancelled or moved.</param>
    /// <param name="otherwise">The date expected, where the details show none.</param>
    public static Announcement Of(JsonElement details, string state, PublishedDate? otherwise = null) => new(
        state switch
        {
            "cancelled" => AnnouncementState.Cancelled,
            "confirmed" => AnnouncementState.Confirmed,
            _ => AnnouncementState.Provisional,
        },
        LondonDate.Read(details.Text("display_date")) ?? otherwise,
        LondonDate.Read(details.Text("previous_display_date")),
        Reason(details));

    private static string? Reason(JsonElement details)
    {
        string[] said = [details.Text("cancellation_reason"), details.Text("latest_change_note"), details.Text("change_note")];
        return said.Select(reason => Bounded.Line(HtmlText.Of(reason), LongestReason)).FirstOrDefault(reason => reason.Length > 0);
    }
}
