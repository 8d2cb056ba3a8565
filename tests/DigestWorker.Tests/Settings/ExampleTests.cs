using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Settings;

/// <summary>Settings by example (docs/examples) are accepted as they stand.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("school-trust", 6, 3, "DIGEST__Delivery__Smtp__OAuth__ClientSecret")]
    [InlineData("childrens-partnership", 7, 4, null)]
    [InlineData("adults-board", 5, 0, null)]
    public void An_example_is_accepted_without_a_warning(string name, int sources, int teams, string? secret)
    {
        var reading = (secret is null ? _folder : _folder.With(secret, "open-sesame"))
            .ReadFile(Path.Combine(Folders.Repository, "docs", "examples", $"{name}.json"));

        var settings = SettingsFolder.Accepted(reading);
        Assert.Equal((sources, teams), (settings.Sources.Count, settings.Organisations.Sum(organisation => organisation.Teams.Count)));
        Assert.Empty(reading.Warnings);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void The_board_takes_one_built_in_line_away_and_adds_its_own()
    {
        var reading = _folder.ReadFile(Path.Combine(Folders.Repository, "docs", "examples", "adults-board.json"));

        var lines = SettingsFolder.Accepted(reading).Digest.SupportLines.Keys.ToList();
        Assert.Equal(3, lines.Count);
        Assert.DoesNotContain(lines, line => line.StartsWith("Childline", StringComparison.Ordinal));
    }
}
