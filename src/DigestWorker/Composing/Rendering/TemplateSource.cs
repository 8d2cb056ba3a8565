using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Rendering;

/// <param name="Name">The file's name: "digest.html.hbs".</param>
internal sealed record TemplateSource(string Name, string Text)
{
    public int LineAt(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    /// <returns>Null where no expression of the template says it.</returns>
    public int? LineSaying(string path)
    {
        var expression = Regex.Match(Text, @"\{\{[^}]*" + Regex.Escape(path), RegexOptions.NonBacktracking);
        return expression.Success ? LineAt(expression.Index + expression.Length) : null;
    }
}
