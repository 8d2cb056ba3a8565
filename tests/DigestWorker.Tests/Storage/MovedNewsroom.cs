using System.Data.Common;
using System.Globalization;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.People;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Pipeline.Website;
using DigestWorker.Storage;
using DigestWorker.Storage.Moving;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Storage;

/// <summary>A file that the program itself has filled in two weeks of all that it does, and the database of PostgreSQL that it was moved to.</summary>
public sealed class MovedNewsroom : IAsyncLifetime
{
    internal const string Erased = "erased@example.org";

    // Of more than one plane, from right to left, with what SQL and COPY set apart.
    internal const string Title = "Plant yn ddiogel: 𝔲𝔫𝔲𝔰𝔲𝔞𝔩 👧🏽 “ŵŷ” \\N \\x00 it's حماية naïve é consultation";

    /// <summary>What one source has told, all of which has been sent.</summary>
    internal static readonly FeedEntry[] Told =
    [
        new("n1", "Online grooming crimes at a record high", "There were 7,062 online grooming offences recorded by police in 2025/26, the NSPCC says. Of the known victims 79.5% were girls."),
        new("n2", "Neglect of children", "The NSPCC helpline heard 3,301 contacts about neglect in 2025/26."),
    ];

    internal static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    internal Newsroom Newsroom { get; } = new(Monday.AddDays(-6), onFile: true)
    {
        PublicUrl = "https://digest.example.org",
        BounceAddress = "bounce@digest.example.org",
        AdminAddress = "admin@example.org",
        Organisations = new
        {
            kent = new
            {
                Name = "Kent",
                Teams = new { leads = new { Name = "Leads", Roles = new[] { "headteacher" }, Areas = new[] { "Kent" }, QuietWeeks = new[] { "2026-12-21 to 2027-01-03" }, Roster = "leads.csv" } },
            },
        },
    };

    internal MoveReport Report { get; private set; } = new([]);

    /// <summary>What the file holds of each table and what the server does, row by row in words.</summary>
    internal Dictionary<string, (IReadOnlyList<string> InFile, IReadOnlyList<string> OnServer)> Rows { get; } = [];

    public async ValueTask InitializeAsync()
    {
        if (TestServer.IsUsed)
        {
            await CollectAsync();
            await SendAsync();
            LookAfter();
            Move(TestServer.NewEmpty());
        }
    }

    public ValueTask DisposeAsync()
    {
        Newsroom.Dispose();
        return ValueTask.CompletedTask;
    }

    internal T Get<T>() where T : notnull => Newsroom.Services.GetRequiredService<T>();

    internal string Text(string sql)
    {
        using var connection = Get<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private async Task CollectAsync()
    {
        Newsroom.Publish("NSPCC");
        Newsroom.Publish("Kent Courier");
        Newsroom.Publish("council");
        await Newsroom.CollectAsync();
        Join();
        Newsroom.Clock.Now = Monday.AddDays(-4);
        Newsroom.Publish("NSPCC", Told);
        Newsroom.Publish("Kent Courier", new FeedEntry("k1", "Grooming offences pass 7,000", "Police logged 7,062 online grooming offences in 2025/26, the NSPCC says. Girls were 79.5% of the known victims."));
        await TellAsync("The consultation on the safeguarding draft closes on 14 December 2026.");
        Newsroom.Clock.Now = Monday.AddDays(-3);
        await TellAsync("The consultation on the safeguarding draft closes on 11 January 2027. It is longer now, since schools asked for that.");
    }

    private async Task TellAsync(string text)
    {
        Newsroom.Publish("council", new FeedEntry("c1", Title, text, Monday.AddDays(-5)));
        await Newsroom.CollectAsync();
    }

    private void Join()
    {
        var roster = Path.Combine(Newsroom.Folder, "leads.csv");
        File.WriteAllText(roster, "email,name,role,area\nlead@example.org,Zoë,governor,Leeds\nhead@example.org,,,");
        File.SetLastWriteTimeUtc(roster, Monday.AddDays(-8).UtcDateTime);
        Get<FollowRosters>().Run();
        Get<Subscribers>().Add(new Joiner("reader@example.org", "Jo", ["designated-safeguarding-lead"], ["Kent"]), Newsroom.Clock.Now);
        foreach (var one in new[] { "away@example.org", Erased, "bounced@example.org" })
        {
            Newsroom.Subscribe(one);
        }

        var reader = Token("reader@example.org");
        var chosen = Get<Choices>().Find(reader)!.Chosen;
        Get<Choices>().Save(reader, chosen with { Wishes = chosen.Wishes with { Followed = ["county lines"], MutedTopics = ["attendance"] } }, Newsroom.Clock.Now);
        Assert.True(Get<Choices>().Pause(Token("away@example.org"), new DateOnly(2026, 12, 7), Newsroom.Clock.Now));
    }

    private async Task SendAsync()
    {
        Newsroom.Clock.Now = Monday;
        await Newsroom.DigestAsync();
        Assert.Equal(5, Newsroom.Mails.Length);
        Assert.True(Get<AskToJoin>().Run(new Asking("asks@example.org", ["governor"], [], "Yes")));
        Assert.Equal(1, await Get<SendLetters>().RunAsync(TestContext.Current.CancellationToken));
        Newsroom.Break("Kent Courier");
        for (var days = 0; days < 3; days++)
        {
            Newsroom.Clock.Now += TimeSpan.FromDays(1);
            await Newsroom.CollectAsync("Kent Courier");
        }

        await Newsroom.WatchAsync();
        Newsroom.Clock.Now += TimeSpan.FromHours(26);
        await Newsroom.WatchAsync();
        await Get<ErasePerson>().RunAsync(Erased, TestContext.Current.CancellationToken);
    }

    private void LookAfter()
    {
        var bounces = Path.Combine(Newsroom.Folder, "bounces");
        Directory.CreateDirectory(Path.Combine(bounces, "new"));
        var token = Text("select bounce_token from delivery where recipient = 'bounced@example.org'");
        File.WriteAllBytes(Path.Combine(bounces, "new", "17954202.M1P1.mail"), ReturnedMail.Of("postfix-no-such-user", token));
        Get<ReadBounces>().Run(new Maildir(bounces), TestContext.Current.CancellationToken);
        Assert.NotNull(Get<SayVerdict>().Split(Newsroom.Scalar("select max(entry_id) from entry_key where key like '%k1%'")));
        Get<KeepCalendar>().Run("digest.example.org");
        Get<LookIntoDatabase>().Run();
        Get<SendingPauses>().Begin("The mail server is away.", Newsroom.Clock.Now.AddDays(-1));
        // What takes the program a year, and what matching seldom is unsure of.
        Newsroom.Scalar("""
            insert into edition (week, cut_off_at, composed_at) values ('2025-W40', '2025-10-05T23:00:00Z', '2025-10-06T06:30:00Z');
            insert into edition_count select max(id), 'Sent', 41 from edition;
            insert into near_release (entry_id, release_id, type, score, evidence) select min(id), max(release_id), 'Possible', 0.30000000000000004, '[]' from entry;
            select 0
            """);
    }

    private void Move(string connectionString)
    {
        var file = Path.Combine(Newsroom.Folder, "test.db");
        Newsroom.Restart();
        using var from = new SqliteDatabase($"Data Source={file}");
        using var to = new PostgresDatabase(connectionString);
        Report = new MoveDatabase(from, to).Run(progress: null, TestContext.Current.CancellationToken);
        foreach (var table in Query(from, "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'", row => row.GetString(0)))
        {
            // The server has columns of its own for what several workers do.
            var columns = ColumnsOf(from, table);
            Rows[table] = (Read(from, table, columns), Read(to, table, columns));
        }

        Newsroom.UseServer(connectionString);
    }

    private string Token(string address) => Get<Subscribers>().All().Single(one => one.Email == address).Token;

    private static List<string> ColumnsOf(Database database, string table) => Query(database, $"select name from pragma_table_info('{table}')", row => row.GetString(0));

    private static List<string> Read(Database database, string table, List<string> columns) => [.. Query(
        database,
        $"select {string.Join(", ", columns)} from {table}",
        row => string.Join(" | ", columns.Select((column, at) => $"{column}: {Words(row.GetValue(at))}"))).Order(StringComparer.Ordinal)];

    private static List<string> Query(Database database, string sql, Func<DbDataReader, string> read)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    private static string Words(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        double number => $"{number.ToString("R", CultureInfo.InvariantCulture)} real",
        IFormattable other => $"{other.ToString(null, CultureInfo.InvariantCulture)} of {other.GetType().Name}",
        _ => value is DBNull ? "nothing" : $"'{value}'",
    };
}
