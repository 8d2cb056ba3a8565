using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Dates;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Ons;

/// <summary>A release of ONS's calendar that is not out: upcoming, moved or cancelled.</summary>
internal static class OnsAnnouncement
{
    private const int LongestReason = 500;

    /// <returns>Null for a release that is out.</returns>
    public static Announcement? Of(JsonElement release)
    {
        var said = release.Object("description");
        if (said.IsTrue("published") && !said.IsTrue("cancelled"))
        {
            return null;
        }

        var change = release.Objects("date_changes").OrderBy(moved => WrittenDate.Read(moved.Text("previous_date"))?.At).LastOrDefault();
        return new Announcement(State(said), Expected(said), WrittenDate.Read(change.Text("previous_date")), Reason(change));
    }

    private static AnnouncementState State(JsonElement said) =>
        said.IsTrue("cancelled") ? AnnouncementState.Cancelled
        : said.IsTrue("postponed") ? AnnouncementState.Postponed
        : said.IsTrue("finalised") ? AnnouncementState.Confirmed
        : AnnouncementState.Provisional;

    /// <summary>Until it is final, the instant is only a place in the order, and the provisional date ("March 2027") what is meant.</summary>
    private static PublishedDate? Expected(JsonElement said)
    {
        var sorted = WrittenDate.Read(said.Text("release_date"));
        return said.IsTrue("finalised") || said.Text("provisional_date") is not { Length: > 0 } meant ? sorted : WrittenDate.Read(PlainText.Of(meant));
    }

    private static string? Reason(JsonElement change) =>
        Bounded.Line(HtmlText.Of(change.Text("change_notice")), LongestReason) is { Length: > 0 } reason ? reason : null;
}
