using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.WordPress;

/// <summary>One member of a WordPress list. Its guid is also its id in the site's feed, so it stays the same entry in both.</summary>
internal static class WordPressEntry
{
    private const int LengthOfDay = 10;

    public static Entry? Read(JsonElement written, Uri site, EntryReading reading, int position)
    {
        var draft = new EntryDraft();
        draft.SetLink(Field.Link, site, written.Text("link"));
        draft.Set(Field.Id, Plain(Rendered(written, "guid")));
        draft.Set(Field.Id, Plain(written.Text("id")));
        draft.Set(Field.Title, Html(Rendered(written, "title")));
        draft.Set(Field.Summary, Html(Rendered(written, "excerpt")));
        draft.Set(Field.Content, Html(Rendered(written, "content")));
        draft.Set(Field.Published, Plain(written.Text("date_gmt")));
        draft.Set(Field.OtherDate, Plain(Day(written.Text("date"))));
        draft.Set(Field.Updated, Plain(written.Text("modified_gmt")));
        return reading.Read(draft, position);
    }

    /// <summary>What visitors see, or the field itself where a plugin has made it plain.</summary>
    private static string Rendered(JsonElement written, string name) =>
        written.Object(name).Text("rendered") is { Length: > 0 } rendered ? rendered : written.Text(name);

    /// <summary>The time is by the site's clock, which it does not tell.</summary>
    private static string Day(string local) => local.Length > LengthOfDay ? local[..LengthOfDay] : local;

    private static FieldText Plain(string text) => new(text, IsHtml: false);

    private static FieldText Html(string text) => new(text, IsHtml: true);
}
