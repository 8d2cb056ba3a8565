using System.Text.Json;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.RealTests.Mail;

/// <summary>The real program in a folder of its own, set up to send through a Postfix, with one release to tell of.</summary>
internal sealed class SendingApp : IDisposable
{
    private readonly TempFolder _folder = new();

    public SendingApp(Postfix postfix)
    {
        Port = postfix.Port;
        BounceAddress = postfix.NewSender();
        BounceMaildir = postfix.Maildir(BounceAddress);
        Certificate = postfix.Certificate;
        Password = PostfixFolder.Password;
    }

    public string BounceAddress { get; }

    public string BounceMaildir { get; }

    public int Port { get; init; }

    /// <summary>What the program trusts; null for what the machine trusts.</summary>
    public string? Certificate { get; init; }

    public string Password { get; set; }

    public int Connections { get; init; } = 1;

    public string SenderName { get; init; } = "Safeguarding Digest";

    public string Title { get; init; } = "Online grooming offences rise in new police statistics";

    private DigestWorkerApp App => AppIn(_folder);

    public async Task SubscribeAsync(params string[] addresses)
    {
        _folder.Write("feed.xml", Feed());
        _folder.Write("appsettings.json", JsonSerializer.Serialize(Settings(addresses)));
        var collected = await App.RunAsync("collect");
        Assert.Equal((0, ""), (collected.ExitCode, collected.Error));
    }

    public Task<DigestWorkerApp.Ended> DigestAsync() => App.RunAsync("digest");

    /// <returns>By kind; kinds that did not come are left out.</returns>
    public async Task<Dictionary<string, int>> ReadBouncesAsync() =>
        (await JsonAsync("bounces", "read")).GetProperty("mails").EnumerateObject()
            .Where(kind => kind.Value.GetInt32() > 0).ToDictionary(kind => kind.Name, kind => kind.Value.GetInt32());

    /// <returns>Each subscriber's state.</returns>
    public async Task<Dictionary<string, string>> StatesAsync() =>
        (await JsonAsync("subscribers", "list")).EnumerateArray()
            .ToDictionary(one => one.GetProperty("email").GetString()!, one => one.GetProperty("state").GetString()!);

    /// <returns>What the program handed to the server for each subscriber: a mail is a pure function of what is stored.</returns>
    public async Task<Dictionary<string, byte[]>> HandedOverAsync()
    {
        using var copy = new TempFolder();
        Directory.CreateDirectory(copy.File("data"));
        foreach (var file in (string[])["appsettings.json", "data/digestworker.db"])
        {
            File.Copy(_folder.File(file), copy.File(file));
        }

        Execute($"Data Source={copy.File("data/digestworker.db")};Pooling=False", "update delivery set state = 'Queued'");
        var written = await AppIn(copy).RunAsync("digest", "--out", "mails");
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        return Directory.GetFiles(copy.File("mails"), "*.eml").Select(File.ReadAllBytes).ToDictionary(mail => StrictMessage.Read(mail)["To"]);
    }

    public void Dispose() => _folder.Dispose();

    private DigestWorkerApp AppIn(TempFolder folder)
    {
        var app = new DigestWorkerApp(folder.Path);
        app.Environment["DIGEST__Delivery__Smtp__Password"] = Password;
        if (Certificate is not null)
        {
            app.Environment["SSL_CERT_FILE"] = Certificate;
        }

        return app;
    }

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var ended = await App.RunAsync([.. arguments, "--json"]);
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        return JsonElement.Parse(ended.Out);
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection(database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Feed() => $"""
        <rss version="2.0"><channel><title>f</title>
        <item><title>{Title}</title><link>https://news.example.org/1</link>
        <pubDate>{TimeProvider.System.GetUtcNow().AddDays(-1):r}</pubDate>
        <description>Forces recorded more online grooming offences.</description></item></channel></rss>
        """;

    private object Settings(string[] addresses) => new
    {
        Sources = new[] { new { Name = "feed", Url = "file:feed.xml" } },
        Subscribers = addresses.Select(address => new { Email = address, Roles = new[] { "designated-safeguarding-lead" } }),
        Delivery = new
        {
            Transport = "Smtp",
            From = $"{SenderName} <digest@digest.example.org>",
            BounceAddress,
            BounceMaildir,
            Smtp = new { Host = "localhost", Port, Security = "StartTls", PostfixFolder.User, Connections },
        },
    };
}
