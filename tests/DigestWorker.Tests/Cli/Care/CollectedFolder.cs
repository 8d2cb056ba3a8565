using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli.Care;

/// <summary>The program's folder once it has collected sixty entries; collected once, and copied for each test.</summary>
public sealed class CollectedFolder : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        Prepare(_folder);
        Assert.Equal(0, (await new DigestWorkerApp(_folder.Path).RunAsync("collect")).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void CopyTo(TempFolder folder) => _folder.CopyTo(folder);

    internal static void Prepare(TempFolder folder)
    {
        folder.Write("feed.xml", $"<rss version=\"2.0\"><channel><title>f</title>{string.Concat(Enumerable.Range(0, 60).Select(at => FeedEntry.Grooming($"n{at}").ToXml()))}</channel></rss>");
        folder.Write("appsettings.json", """
            {
              "Storage": { "ConnectionString": "Data Source=test.db", "Backup": { "Folder": "backups" } },
              "Sources": [ { "Name": "feed", "Url": "file:feed.xml" } ],
              "Subscribers": [ { "Email": "a@example.org", "Roles": [ "headteacher" ] } ]
            }
            """);
    }
}
