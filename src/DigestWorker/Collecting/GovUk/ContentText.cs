using System.Net;
using System.Text.Json;
using DigestWorker.Collecting.Apis;

namespace DigestWorker.Collecting.GovUk;

/// <summary>What a page of GOV.UK says, as HTML: body, parts, outcome, and the titles of its attachments.</summary>
internal static class ContentText
{
    private const int MostAttachments = 200;

    private static readonly string[] Bodies = ["body", "final_outcome_detail", "outcome_detail", "public_feedback_detail"];
    private static readonly string[] AttachmentsAsHtml = ["documents", "final_outcome_documents", "outcome_documents", "public_feedback_documents"];

    public static string HtmlOf(JsonElement details)
    {
        var bodies = Bodies.Select(name => Body(details, name));
        var parts = details.Objects("parts").Select(part => $"<h2>{WebUtility.HtmlEncode(part.Text("title"))}</h2>{Body(part, "body")}");
        var text = string.Join('\n', bodies.Concat(parts));
        return text + List(Attachments(details).Where(title => !text.Contains(title, StringComparison.Ordinal)));
    }

    /// <summary>One text, or a list of the same text in several forms.</summary>
    private static string Body(JsonElement parent, string name) =>
        parent.Text(name) is { Length: > 0 } text
            ? text
            : parent.Objects(name).FirstOrDefault(form => form.Text("content_type") == "text/html").Text("content");

    private static IEnumerable<string> Attachments(JsonElement details) =>
        details.Objects("attachments").Select(attachment => WebUtility.HtmlEncode(attachment.Text("title")))
            .Concat(AttachmentsAsHtml.SelectMany(name => details.Texts(name)).Select(Title))
            .Where(title => title.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(MostAttachments);

    /// <summary>Older pages hold an attachment as ready-made HTML that begins with its title.</summary>
    private static string Title(string html) => WebUtility.HtmlEncode(HtmlText.Of(html).Split('\n')[0]);

    private static string List(IEnumerable<string> titles) =>
        string.Concat(titles.Select(title => $"<li>{title}</li>")) is { Length: > 0 } lines ? $"<h2>Attachments</h2><ul>{lines}</ul>" : "";
}
