using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>An admin's own templates, by the real program.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("", "{{Notice}}", "digest.html.hbs: it has no {{{Notice}}}")]
    [InlineData("{{{Notice}}}", "{{!-- none --}}", "digest.txt.hbs: it has no {{{Notice}}}")]
    public async Task A_digest_without_a_place_for_the_notice_is_refused_with_what_to_write(string html, string text, string message)
    {
        Write(html, text);

        var refused = await new DigestWorkerApp(_folder.Path).RunAsync("preview", "--role", "headteacher");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains(message, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_may_stand_in_a_partial()
    {
        Write("{{> top.html}}", "{{Notice}}");
        _folder.Write("templates/partials/top.html.hbs", "{{{ Notice }}}");

        Assert.Equal(0, (await new DigestWorkerApp(_folder.Path).RunAsync("preview", "--role", "headteacher")).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string html, string text)
    {
        _folder.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=test.db" }, "Sources": [] }""");
        Directory.CreateDirectory(_folder.File("templates/partials"));
        _folder.Write("templates/digest.html.hbs", html);
        _folder.Write("templates/digest.txt.hbs", text);
    }
}
