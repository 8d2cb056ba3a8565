using System.Globalization;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>The program's folder once it has three subscribers and has collected three entries; filled once, and copied for each test.</summary>
public sealed class FilledFolder : IAsyncLifetime
{
    internal const string Grooming = "Online grooming offences rise to 7,062 in 2025/26";
    internal const string Attendance = "School attendance in autumn: persistent absence falls to 17.2%";

    private readonly TempFolder _temp = new();

    public async ValueTask InitializeAsync() => await FillAsync(_temp, Settings());

    public ValueTask DisposeAsync()
    {
        _temp.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void CopyTo(TempFolder folder) => _temp.CopyTo(folder);

    internal static string Settings(object? roles = null, object? topics = null, object[]? sources = null, object[]? subscribers = null) => JsonSerializer.Serialize(new
    {
        Storage = new { ConnectionString = "Data Source=test.db" },
        Sources = sources ?? [new { Name = "charity", Url = "file:charity.xml" }],
        Roles = roles ?? new { },
        Topics = topics ?? new { },
        Subscribers = subscribers ?? [],
    });

    internal static async Task FillAsync(TempFolder folder, string settings)
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(-2).ToString("r", CultureInfo.InvariantCulture);
        string[] items =
        [
            Item("a", Grooming, "Police recorded 7,062 online grooming offences in 2025/26, the statistics show. Schools should talk to children about online safety.", day),
            Item("b", Attendance, "Persistent absence from school fell to 17.2% in autumn 2025, the school attendance statistics show.", day),
            Item("c", "Allotment waiting lists grow to 1,204 people", "Councils counted 1,204 people who wait for an allotment.", day),
        ];
        folder.Write("charity.xml", $"<rss version=\"2.0\"><channel><title>f</title><link>https://f.example.org/</link><description>d</description>{string.Concat(items)}</channel></rss>");
        folder.Write("appsettings.json", settings);
        await RunAsync(folder, "subscribers", "add", "head1@a.example.org", "--role", "headteacher");
        await RunAsync(folder, "subscribers", "add", "head2@b.example.org", "--role", "headteacher");
        await RunAsync(folder, "subscribers", "add", "lead@a.example.org", "--role", "designated-safeguarding-lead");
        await RunAsync(folder, "collect");
    }

    private static async Task RunAsync(TempFolder folder, params string[] arguments) =>
        Assert.Equal(0, (await new DigestWorkerApp(folder.Path).RunAsync(arguments)).ExitCode);

    private static string Item(string id, string title, string text, string day) => $"""
        <item><title>{title}</title><guid isPermaLink="false">{id}</guid><link>https://news.example.org/{id}</link><pubDate>{day}</pubDate><description>{text}</description></item>
        """;
}
