using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>The paper's template is the admin's, as those of the digest are.</summary>
public sealed class BoardPaperTemplateTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public BoardPaperTemplateTests()
    {
        _app = new DigestWorkerApp(_folder.Path);
        _folder.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=a.db" } }""");
        _folder.Write("roster.csv", "email,role\nlead@example.org,police\n");
        Directory.CreateDirectory(_folder.File("templates/partials"));
        _folder.Write("templates/digest.html.hbs", "{{{Notice}}}");
        _folder.Write("templates/digest.txt.hbs", "{{Notice}}");
    }

    [Fact]
    public async Task A_folder_of_templates_that_is_older_than_board_papers_still_serves()
    {
        var ended = await PaperAsync();

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("<h1>Board paper: February 2024</h1>", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_ones_own_is_used()
    {
        _folder.Write("templates/board-paper.html.hbs", "<h1>{{Team}}</h1>");

        Assert.Equal("<h1>Board</h1>", (await PaperAsync()).Out);
    }

    [Theory]
    [InlineData("<h1>\n{{#if Team}}</h1>", "board-paper.html.hbs, line 2: 'if' is opened here and never closed.")]
    [InlineData("<h1>\n{{Taem}}</h1>", "board-paper.html.hbs, line 2: there is nothing called 'Taem' to show.")]
    public async Task A_mistake_in_it_is_told_with_its_line(string template, string message)
    {
        _folder.Write("templates/board-paper.html.hbs", template);

        var ended = await PaperAsync();

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.Contains(message, ended.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DigestWorkerApp.Ended> PaperAsync()
    {
        await _app.RunAsync("subscribers", "import", "roster.csv", "--team", "Board");
        return await _app.RunAsync("digest", "board-paper", "--team", "Board", "--month", "2024-02", "--out", "-");
    }
}
