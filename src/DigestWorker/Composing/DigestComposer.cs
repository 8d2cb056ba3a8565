using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Viewing;

namespace DigestWorker.Composing;

/// <summary>Turns a selection into a digest that can be sent: subject, text and HTML that say the same.</summary>
internal sealed class DigestComposer(TemplateRenderer renderer, DigestWords words)
{
    /// <exception cref="TemplateFault">A template cannot be rendered.</exception>
    public ComposedDigest Compose(DigestRequest request, DigestSelection selection)
    {
        if (selection.IsEmpty && !request.IsNoteDue)
        {
            throw new ArgumentException("A digest without a release is composed only where a note is due.", nameof(selection));
        }

        var builder = new DigestViewBuilder(request, words);
        var view = builder.Build(selection);
        var html = renderer.Html(view);
        return SizeLimit.Holds(html)
            ? new ComposedDigest(view.Subject, renderer.Text(view), html, selection)
            : Smaller(builder, SizeLimit.Fit(selection, smaller => renderer.Html(builder.Build(smaller))));
    }

    private ComposedDigest Smaller(DigestViewBuilder builder, DigestSelection fitting)
    {
        var view = builder.Build(fitting);
        return new ComposedDigest(view.Subject, renderer.Text(view), renderer.Html(view), fitting);
    }
}
