using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Ons;

/// <summary>One release of ONS's calendar, known by its uri: each period has its own.</summary>
internal static class OnsRelease
{
    public static Entry? Read(JsonElement release, Uri home, EntryReading reading, int position)
    {
        var said = release.Object("description");
        var announcement = OnsAnnouncement.Of(release);
        return reading.Read(Draft(release, home, isOut: announcement is null), position) is { } entry
            ? entry with
            {
                DocumentType = said.IsTrue("national_statistic") ? "national_statistics" : "official_statistics",
                Announcement = announcement,
            }
            : null;
    }

    /// <summary>Titles and summaries hold markup where the search was asked to mark what it found.</summary>
    private static EntryDraft Draft(JsonElement release, Uri home, bool isOut)
    {
        var said = release.Object("description");
        var uri = $"/{release.Text("uri").TrimStart('/')}";
        var draft = new EntryDraft();
        draft.SetLink(Field.Link, home, uri);
        draft.Set(Field.Id, new(uri, IsHtml: false));
        draft.Set(Field.Title, new(said.Text("title"), IsHtml: true));
        draft.Set(Field.Summary, new(said.Text("summary"), IsHtml: true));
        draft.Set(Field.Published, new(isOut ? said.Text("release_date") : "", IsHtml: false));
        return draft;
    }
}
