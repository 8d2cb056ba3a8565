using DigestWorker.Composing;
using DigestWorker.Composing.Rendering;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Rendering;

public sealed class TemplateRendererTests
{
    [Theory]
    [InlineData("<p>\n{{#if Subject}}\n</p>", "digest.html.hbs, line 2: 'if' is opened here and never closed.")]
    [InlineData("<p>\n\n{{/each}}", "digest.html.hbs, line 3: '/each' closes nothing that is open.")]
    [InlineData("{{#if Subject}}\n{{#each Sections}}\n{{/if}}", "digest.html.hbs, line 3: '/if' closes nothing that is open.")]
    [InlineData("<p>\n{{> relaese.html}}", "digest.html.hbs, line 2: there is no partial 'relaese.html'.")]
    [InlineData("<p>\n<b>{{Subject</b>", "digest.html.hbs, line 2: Reached end of template before the expression was closed.")]
    public void A_template_that_cannot_be_compiled_is_named_with_its_line(string html, string message)
    {
        var fault = Assert.Throws<TemplateFault>(() => new TemplateRenderer(new DigestTemplates(html, "", Partials())));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void So_is_a_partial()
    {
        var fault = Assert.Throws<TemplateFault>(() => new TemplateRenderer(new DigestTemplates("", "", Partials("a\n{{#each Rows}}"))));

        Assert.Equal("partials/bit.html.hbs, line 2: 'each' is opened here and never closed.", fault.Message);
    }

    [Theory]
    [InlineData("a\n{{Subjcet}}", "", "digest.html.hbs, line 2: there is nothing called 'Subjcet' to show.")]
    [InlineData("a\n{{> bit.html}}", "b\n\n{{Words.Tilte}}", "partials/bit.html.hbs, line 3: there is nothing called 'Words.Tilte' to show.")]
    public void A_name_that_no_digest_has_is_named_with_its_line(string html, string partial, string message)
    {
        var renderer = new TemplateRenderer(new DigestTemplates(html, "", Partials(partial)));

        var fault = Assert.Throws<TemplateFault>(() => Compose(renderer));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void What_stands_in_a_comment_is_no_fault()
    {
        var renderer = new TemplateRenderer(new DigestTemplates("{{!-- {{#if}} {{> none}} --}}{{Words.Title}}", "", Partials()));

        Assert.Equal("Safeguarding Digest", Compose(renderer).Html);
    }

    private static ComposedDigest Compose(TemplateRenderer renderer)
    {
        var request = SampleWeek.For(SampleWeek.SchoolLead);
        return new DigestComposer(renderer, Composer.Words).Compose(request, DigestSelector.Select(request));
    }

    private static Dictionary<string, string> Partials(string bit = "") => new() { ["bit.html"] = bit };
}
