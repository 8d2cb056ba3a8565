using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Rendering;

/// <summary>Finds the faults that Handlebars reports without a line: blocks that do not pair up and partials that are not there.</summary>
internal static partial class TemplateCheck
{
    /// <returns>Null for a template without such a fault.</returns>
    public static TemplateFault? FirstFault(TemplateSource template, ICollection<string> partials)
    {
        var open = new Stack<Match>();
        foreach (var tag in Tag().Matches(template.Text).Where(tag => tag.Groups["name"].Success))
        {
            if (FaultOf(tag, open, partials) is { } reason)
            {
                return Fault(template, tag, reason);
            }
        }

        return open.TryPop(out var left) ? Fault(template, left, $"'{NameOf(left)}' is opened here and never closed.") : null;
    }

    /// <summary>The law wants the notice in the first digest of whoever a team added (UK GDPR 14), whatever the admin's own template looks like.</summary>
    /// <returns>Null where the template or a partial has a place for it.</returns>
    public static TemplateFault? WithoutNotice(TemplateSource template, IEnumerable<string> partials) =>
        partials.Prepend(template.Text).Any(text => Notice().IsMatch(text))
            ? null
            : new TemplateFault(template, line: null, "it has no {{{Notice}}}, which tells people whom a team added what the law asks for. Put it before the first heading; it is empty for everybody else.");

    private static string? FaultOf(Match tag, Stack<Match> open, ICollection<string> partials)
    {
        var name = NameOf(tag);
        switch (tag.Groups["sign"].Value)
        {
            case ">":
                return partials.Contains(name) ? null : $"there is no partial '{name}'.";
            case "/":
                return open.TryPop(out var opener) && NameOf(opener) == name ? null : $"'/{name}' closes nothing that is open.";
            default:
                open.Push(tag);
                return null;
        }
    }

    private static string NameOf(Match tag) => tag.Groups["name"].Value;

    private static TemplateFault Fault(TemplateSource template, Match tag, string reason) =>
        new(template, template.LineAt(tag.Index), reason);

    [GeneratedRegex(
        @"\{\{!--[\s\S]*?--\}\}|\{\{~?(?<sign>[#^/>])\s*(?<name>[\w./-]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Pattern.Limit)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{\{?\s*Notice\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Notice();
}
