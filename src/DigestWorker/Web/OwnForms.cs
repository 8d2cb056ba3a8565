using DigestWorker.Storage;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>Takes a form of somebody's own page: only with the token of the page and the proof that it came from there.</summary>
internal sealed class OwnForms(Pages pages, Choices choices, FormToken forms)
{
    /// <param name="page">Where the page is, relative to the form's address.</param>
    public async Task<IResult> AnswerAsync(HttpContext context, (string Token, string Page) opened, Func<Chooser, SentForm, Task<IResult>> answer)
    {
        var form = await SentForm.ReadAsync(context);
        return choices.Find(opened.Token) is not { } chooser ? pages.NotFound()
            : forms.IsGood(opened.Token, form.Line("form")) ? await answer(chooser, form)
            : pages.Outdated(opened.Page);
    }
}
