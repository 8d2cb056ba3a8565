using DigestWorker.Composing;
using DigestWorker.Composing.Rendering;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>Makes the pages of the small web surface from templates/web: no script, no picture, nothing from elsewhere.</summary>
internal sealed class Pages(NamedTemplates templates, DigestWords words)
{
    private const string Html = "text/html; charset=utf-8";

    /// <param name="template">The file's name in templates/web, without ".html.hbs".</param>
    /// <param name="view">What the template shows; whatever comes from outside is encoded there.</param>
    public IResult Show(string template, string title, object view, int status = StatusCodes.Status200OK) => Results.Content(
        templates.Html("page", new PageView(title, words.Title, templates.Html(template, view))), Html, statusCode: status);

    /// <summary>A page of a few sentences and, perhaps, one button.</summary>
    public IResult Say(string title, MessageView message, int status = StatusCodes.Status200OK) => Show("message", title, message, status);

    /// <summary>The same for every token that opens nothing, whatever it once was.</summary>
    public IResult NotFound() => Say(
        "This link opens nothing",
        new MessageView("It may be cut off. Take it once more from the mail, or reply to the mail: people read the answers."),
        StatusCodes.Status404NotFound);

    /// <summary>For a form that did not come from a page of ours, or from one that is older than a day.</summary>
    /// <param name="address">Where the page is opened anew, relative to this one.</param>
    public IResult Outdated(string address) => Say(
        "Please open the page once more",
        new MessageView("The page had been open for too long, or was not opened here. Nothing was changed.") { Links = [new LinkView(address, "Open it again")] },
        StatusCodes.Status400BadRequest);
}
