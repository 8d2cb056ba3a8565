using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace DigestWorker.Composing.Rendering;

/// <summary>One template with its partials, compiled once; every fault of theirs comes out as a <see cref="TemplateFault"/>.</summary>
internal sealed class CompiledTemplate
{
    private readonly TemplateSource _main;
    private readonly Dictionary<string, TemplateSource> _partials;
    private readonly HandlebarsTemplate<object, object> _render;

    public CompiledTemplate(IHandlebars handlebars, TemplateSource main, Dictionary<string, TemplateSource> partials)
    {
        _main = main;
        _partials = partials;
        foreach (var (name, partial) in partials)
        {
            handlebars.RegisterTemplate(name, Checked(partial, text => handlebars.Compile(new StringReader(text))));
        }

        _render = Checked(main, text => handlebars.Compile(text));
    }

    public string Render(object view)
    {
        try
        {
            return _render(view);
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw HandlebarsFaults.OfRendering(_main, _partials, exception);
        }
    }

    private T Checked<T>(TemplateSource source, Func<string, T> compile)
    {
        if (TemplateCheck.FirstFault(source, _partials.Keys) is { } fault)
        {
            throw fault;
        }

        try
        {
            return compile(source.Text);
        }
        catch (HandlebarsException exception)
        {
            throw HandlebarsFaults.OfCompiling(source, exception);
        }
    }
}
