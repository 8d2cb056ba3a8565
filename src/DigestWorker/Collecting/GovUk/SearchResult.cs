using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Dates;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>One result of GOV.UK's search. Only the fields that were asked for are there.</summary>
internal static class SearchResult
{
    // The search says that a page is withdrawn, not why.
    private const string NoReason = "";

    public static Entry? Read(JsonElement result, EntryReading reading, int position)
    {
        var type = DocumentType(result);
        var isAnnouncement = GovUkAnnouncement.IsType(type);
        return reading.Read(Draft(result, isAnnouncement), position) is { } entry
            ? entry with
            {
                GlobalId = GovUkSite.GlobalId(result.Text("content_id"), Locale(result)),
                DocumentType = type,
                ChangeNotes = isAnnouncement ? [] : Notes(result),
                Announcement = isAnnouncement ? Announcement(result) : null,
                Withdrawn = result.IsTrue("is_withdrawn") ? NoReason : null,
            }
            : null;
    }

    private static EntryDraft Draft(JsonElement result, bool isAnnouncement)
    {
        var draft = new EntryDraft();
        draft.SetLink(Field.Link, GovUkSite.Home, result.Text("link"));
        draft.Set(Field.Id, Plain(result, "content_id"));
        draft.Set(Field.Id, Plain(result, "link"));
        draft.Set(Field.Title, Plain(result, "title"));
        draft.Set(Field.Summary, new(result.Text("description"), IsHtml: true));
        draft.Set(Field.OtherSummary, new(result.Text("summary"), IsHtml: true));
        draft.Set(Field.Author, new(GovUkSite.Titles(result.Objects("organisations")), IsHtml: false));
        draft.Set(Field.Published, Plain(result, "first_published_at"));
        if (!isAnnouncement)
        {
            draft.Set(Field.OtherDate, Plain(result, "public_timestamp"));
            draft.Set(Field.Updated, Plain(result, "public_timestamp"));
        }

        return draft;
    }

    /// <summary>The index's own word for a document ("edition") says nothing.</summary>
    private static string? DocumentType(JsonElement result)
    {
        string[] said = [result.Text("content_store_document_type"), result.Text("format"), result.Text("display_type")];
        return said.FirstOrDefault(type => type.Length > 0)?.ToLowerInvariant().Replace(' ', '_');
    }

    private static string Locale(JsonElement result) =>
        result.Text("locale") is { Length: > 0 } locale ? locale : GovUkSite.LocaleOf(result.Text("link"));

    private static ChangeNote[] Notes(JsonElement result) =>
        WrittenDate.Read(result.Text("public_timestamp")) is { } date && ChangeHistory.Text(result.Text("latest_change_note")) is { Length: > 0 } note
            ? [new ChangeNote(date.At, note)]
            : [];

    private static Announcement Announcement(JsonElement result) => GovUkAnnouncement.Of(
        result.Object("metadata"),
        result.Text("statistics_announcement_state"),
        otherwise: LondonDate.Read(result.Text("display_date")) ?? WrittenDate.Read(result.Text("release_timestamp")));

    private static FieldText Plain(JsonElement result, string name) => new(result.Text(name), IsHtml: false);
}
