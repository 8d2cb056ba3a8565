using DigestWorker.Composing.Rendering;

namespace DigestWorker.Tests.Composing.Rendering;

public sealed class CompiledTemplatesTests
{
    private static readonly TemplateSource Main = new("page.html.hbs", "{{> part}} & {{Name}}");

    [Fact]
    public void The_same_texts_are_compiled_once() => Assert.Same(CompiledTemplates.Html(Main, Part("a")), CompiledTemplates.Html(Main, Part("a")));

    [Fact]
    public void Whatever_differs_is_compiled_by_itself()
    {
        Assert.Equal("a & &lt;b&gt;", CompiledTemplates.Html(Main, Part("a")).Render(new { Name = "<b>" }));
        Assert.Equal("c & &lt;b&gt;", CompiledTemplates.Html(Main, Part("c")).Render(new { Name = "<b>" }));
        Assert.Equal("a & <b>", CompiledTemplates.Text(Main, Part("a")).Render(new { Name = "<b>" }));
    }

    [Fact]
    public void However_many_there_are_each_renders_itself() => Assert.All(
        Enumerable.Range(0, 250),
        number => Assert.Equal($"{number} & x", CompiledTemplates.Html(Main, Part($"{number}")).Render(new { Name = "x" })));

    private static Dictionary<string, TemplateSource> Part(string text) => new(StringComparer.Ordinal) { ["part"] = new TemplateSource("part.html.hbs", text) };
}
