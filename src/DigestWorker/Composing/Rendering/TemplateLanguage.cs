using HandlebarsDotNet;

namespace DigestWorker.Composing.Rendering;

/// <summary>Handlebars as templates for HTML and for plain text have it; what a view does not have is a fault in both.</summary>
internal static class TemplateLanguage
{
    public static IHandlebars Html() => Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    /// <summary>NoEscape would still escape inside a block helper; without an encoder nothing does.</summary>
    public static IHandlebars Text()
    {
        var language = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = null });
        language.RegisterHelper("upper", (_, arguments) => Text(arguments, 0).ToUpperInvariant());
        language.RegisterHelper("wrap", (output, block, _, arguments) =>
            output.WriteSafeString(TextLines.Wrap(block.Template(), Text(arguments, 0), Text(arguments, 1))));
        return language;
    }

    private static string Text(Arguments arguments, int index) => (index < arguments.Length ? arguments[index] as string : null) ?? "";
}
