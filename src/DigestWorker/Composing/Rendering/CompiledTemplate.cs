using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace DigestWorker.Composing.Rendering;

/// <summary>One template with its partials, compiled once; every fault of theirs comes out as a <see cref="TemplateFault"/>.</summary>
internal sealed partial class CompiledTemplate
{
    private readonly TemplateSource main;
    private readonly Dictionary<string, TemplateSource> partials;
    private readonly HandlebarsTemplate<object, object> render;

    public CompiledTemplate(IHandlebars handlebars, TemplateSource main, Dictionary<string, TemplateSource> partials)
    {
        this.main = main;
        this.partials = partials;
        foreach (var (name, partial) in partials)
        {
            Checked(partial, () => handlebars.RegisterTemplate(name, partial.Text));
        }

        render = Checked(main, () => handlebars.Compile(main.Text));
    }

    public string Render(object view)
    {
        try
        {
            return render(view);
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw RenderingFault(exception);
        }
    }

    private void Checked(TemplateSource source, Action compile) =>
        Checked(source, () =>
        {
            compile();
            return true;
        });

    private T Checked<T>(TemplateSource source, Func<T> compile)
    {
        if (TemplateCheck.FirstFault(source, partials.Keys) is { } fault)
        {
            throw fault;
        }

        try
        {
            return compile();
        }
        catch (HandlebarsException exception)
        {
            var at = Place().Match(exception.Message);
            throw new TemplateFault(source, LineOf(at), exception.Message.Split('\n')[0].TrimEnd(' ', ':', '\r'), exception);
        }
    }

    private static int? LineOf(Match place) =>
        place.Success ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Handlebars wraps a partial's failure in one that only names the partial.</summary>
    private TemplateFault RenderingFault(Exception exception)
    {
        var (source, cause) = (main, exception);
        while (cause.InnerException is { } inner && PartialNamed(cause.Message) is { } partial)
        {
            (source, cause) = (partial, inner);
        }

        return cause is HandlebarsUndefinedBindingException missing
            ? new TemplateFault(source, source.LineSaying(missing.Path), $"there is nothing called '{missing.Path}' to show.", exception)
            : new TemplateFault(source, line: null, cause.Message, exception);
    }

    private TemplateSource? PartialNamed(string message) =>
        Quoted().Match(message) is { Success: true } name ? partials.GetValueOrDefault(name.Groups["name"].Value) : null;

    [GeneratedRegex(@"Occured at: (?<line>\d+):", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"partial '(?<name>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
