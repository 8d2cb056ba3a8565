using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Cli;

/// <summary>What is composed for a folder waits in the database like any other digest: whoever else sends from it would mail it.</summary>
public sealed class DigestIntoFolderTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday);

    private string Folder => Path.Combine(_newsroom.Folder, "printed");

    [Fact]
    public async Task While_a_service_works_with_the_database_nothing_is_composed_for_a_folder()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        await _newsroom.PrepareEditionAsync(2);
        using (_newsroom.Services.GetRequiredService<Database>().TryKeepServicesOut())
        {
            var refused = await RunAsync();

            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("--dry-run", refused.Error, StringComparison.Ordinal);
            Assert.Equal(0, _newsroom.Scalar("select count(*) from delivery"));
        }

        var done = await RunAsync();
        Assert.True(done.ExitCode == 0, done.Error);
        Assert.Equal(2, Directory.GetFiles(Folder, "*.eml", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task On_PostgreSQL_any_worker_could_mail_it()
    {
        Assert.SkipUnless(TestServer.IsUsed, "several workers share PostgreSQL alone");
        await _newsroom.PrepareEditionAsync(2);

        Assert.Equal(1, (await RunAsync()).ExitCode);
        Assert.Equal(0, _newsroom.Scalar("select count(*) from delivery"));
    }

    public void Dispose() => _newsroom.Dispose();

    private Task<DigestWorkerApp.Ended> RunAsync() => new DigestWorkerApp(_newsroom.Folder).RunAsync("digest", "--week", "2026-W47", "--out", Folder);
}
