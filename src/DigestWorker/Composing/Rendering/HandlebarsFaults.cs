using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace DigestWorker.Composing.Rendering;

/// <summary>Turns what Handlebars throws into a fault with a template's name and, where it can be known, the line.</summary>
internal static partial class HandlebarsFaults
{
    public static TemplateFault OfCompiling(TemplateSource source, HandlebarsException exception)
    {
        var reason = exception.Message.Split('\n')[0].TrimEnd(' ', ':', '\r');
        return new TemplateFault(source, LineIn(exception.Message), reason, exception);
    }

    /// <summary>Handlebars wraps a partial's failure in one that only names the partial.</summary>
    public static TemplateFault OfRendering(TemplateSource main, Dictionary<string, TemplateSource> partials, Exception exception)
    {
        var (source, cause) = (main, exception);
        while (cause.InnerException is { } inner && partials.TryGetValue(PartialIn(cause.Message), out var partial))
        {
            (source, cause) = (partial, inner);
        }

        return cause is HandlebarsUndefinedBindingException missing
            ? new TemplateFault(source, source.LineSaying(missing.Path), $"there is nothing called '{missing.Path}' to show.", exception)
            : new TemplateFault(source, line: null, cause.Message, exception);
    }

    /// <summary>Handlebars counts lines from 0.</summary>
    private static int? LineIn(string message) =>
        Place().Match(message) is { Success: true } place
            ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) + 1
            : null;

    private static string PartialIn(string message) => QuotedPartial().Match(message).Groups["name"].Value;

    [GeneratedRegex(@"Occured at: (?<line>\d+):", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"partial '(?<name>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedPartial();
}
