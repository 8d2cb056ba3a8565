using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>What an admin types when something comes back.</summary>
public sealed class BouncesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_mailbox_is_read_by_a_verb_whose_end_tells_a_script_how_it_went()
    {
        _folder.Write("appsettings.json", """{ "Delivery": { "From": "digest@example.org" } }""");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "box", "new"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "box", "new", "1.mail"), ReturnedMail.Of("out-of-office"));
        var app = new DigestWorkerApp(_folder.Path);

        var read = await app.RunAsync("bounces", "read", "--maildir", "box", "--json");
        var missing = await app.RunAsync("bounces", "read", "--maildir", "nowhere");
        var unset = await app.RunAsync("bounces", "read");
        var nobody = await app.RunAsync("subscribers", "restore", "nobody@example.org");

        Assert.Equal((0, 1, 2, 1), (read.ExitCode, missing.ExitCode, unset.ExitCode, nobody.ExitCode));
        Assert.Contains("\"autoReply\": 1", read.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("@", read.Out, StringComparison.Ordinal);
        Assert.Contains("has to be a maildir", missing.Error, StringComparison.Ordinal);
        Assert.Contains("Delivery:BounceMaildir is missing", unset.Error, StringComparison.Ordinal);
        Assert.Contains("Nobody with this address is known.", nobody.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
