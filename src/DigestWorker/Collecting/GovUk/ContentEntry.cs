using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Dates;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>A page of GOV.UK as an entry. Nothing of it comes from updated_at, which moves whenever a linked page does.</summary>
internal static class ContentEntry
{
    private const int LongestReason = 1000;

    public static Entry? Read(JsonElement page, DateTimeOffset now, Remarks remarks)
    {
        var type = page.Text("document_type");
        var details = page.Object("details");
        var isAnnouncement = GovUkAnnouncement.IsType(type);
        return new EntryReading(now, remarks).Read(Draft(page, isAnnouncement), position: 1) is { } entry
            ? entry with
            {
                GlobalId = GovUkSite.GlobalId(page.Text("content_id"), page.Text("locale") is { Length: > 0 } locale ? locale : "en"),
                DocumentType = type.Length > 0 ? type : null,
                ChangeNotes = ChangeHistory.Read(details, remarks),
                Announcement = isAnnouncement ? GovUkAnnouncement.Of(details, details.Text("state")) : null,
                Withdrawn = Withdrawn(page.Object("withdrawn_notice")),
            }
            : null;
    }

    private static EntryDraft Draft(JsonElement page, bool isAnnouncement)
    {
        var draft = new EntryDraft();
        draft.SetLink(Field.Link, GovUkSite.Home, page.Text("base_path"));
        draft.Set(Field.Id, Plain(page.Text("content_id")));
        draft.Set(Field.Title, Plain(page.Text("title")));
        draft.Set(Field.Summary, new(page.Text("description"), IsHtml: true));
        draft.Set(Field.Content, new(ContentText.HtmlOf(page.Object("details")), IsHtml: true));
        draft.Set(Field.Author, Plain(GovUkSite.Titles(page.Object("links").Objects("organisations"))));
        draft.Set(Field.Published, Plain(FirstPublished(page)));
        if (!isAnnouncement)
        {
            draft.Set(Field.OtherDate, Plain(page.Text("public_updated_at")));
            draft.Set(Field.Updated, Plain(page.Text("public_updated_at")));
        }

        return draft;
    }

    /// <summary>The earliest of what it says: pages that moved between GOV.UK's systems were given the day of the move.</summary>
    private static string FirstPublished(JsonElement page)
    {
        var details = page.Object("details");
        IEnumerable<string> said =
        [
            page.Text("first_published_at"),
            details.Text("first_public_at"),
            .. details.Objects("change_history").Select(note => note.Text("public_timestamp")),
            .. details.Objects("change_notes").Select(note => note.Text("published_at")),
        ];
        return said.Where(date => WrittenDate.Read(date) is not null).MinBy(date => WrittenDate.Read(date)!.At) ?? "";
    }

    /// <summary>An empty notice says that the page stands.</summary>
    private static string? Withdrawn(JsonElement notice)
    {
        var reason = Bounded.Text(HtmlText.Of(notice.Text("explanation")), LongestReason);
        return reason.Length > 0 || notice.Text("withdrawn_at").Length > 0 ? reason : null;
    }

    private static FieldText Plain(string text) => new(text, IsHtml: false);
}
