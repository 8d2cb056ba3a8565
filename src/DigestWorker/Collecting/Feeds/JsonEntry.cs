using System.Text.Json;
using DigestWorker.Collecting.Apis;

namespace DigestWorker.Collecting.Feeds;

internal static class JsonEntry
{
    public static EntryDraft Read(JsonElement entry, Uri home)
    {
        var draft = new EntryDraft();
        draft.SetLink(Field.Link, home, entry.Text("url"));
        draft.SetLink(Field.OtherLink, home, entry.Text("external_url"));
        draft.Set(Field.Id, Plain(entry, "id"));
        draft.Set(Field.Title, Plain(entry, "title"));
        draft.Set(Field.Summary, Plain(entry, "summary"));
        draft.Set(Field.Content, new(entry.Text("content_html"), IsHtml: true));
        draft.Set(Field.Content, Plain(entry, "content_text"));
        draft.Set(Field.Published, Plain(entry, "date_published"));
        draft.Set(Field.Updated, Plain(entry, "date_modified"));
        draft.Set(Field.Author, Author(entry));
        return draft;
    }

    private static FieldText Plain(JsonElement parent, string name) => new(parent.Text(name), IsHtml: false);

    /// <summary>1.1 has a list of authors, 1.0 one author.</summary>
    private static FieldText Author(JsonElement entry)
    {
        var author = entry.TryGetProperty("authors", out var authors) && authors.ValueKind is JsonValueKind.Array
            ? authors.EnumerateArray().FirstOrDefault()
            : entry.TryGetProperty("author", out var only) ? only : default;

        return author.ValueKind is JsonValueKind.Object ? Plain(author, "name") : default;
    }
}
