using System.Text.Json;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Tests.Pipeline.Sending;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Telemetry;

/// <summary>Logs for machines: each line by itself, followed from an entry to who was sent it, and never of a person.</summary>
public sealed class JsonLogTests : IDisposable
{
    private readonly SendingRoom _room = new()
    {
        Newsroom = new Newsroom(SendingRoom.Monday.AddDays(-6))
        {
            AdminAddress = "admin@example.org",
            BounceAddress = "bounce@example.org",
            BounceMaildir = "bounces",
            Logs = new { Format = "Json", Level = "Trace" },
        },
    };

    [Fact]
    public async Task A_whole_week_of_logs_holds_no_address_and_no_token_and_leads_from_an_entry_to_its_deliveries()
    {
        var newsroom = _room.Newsroom;
        newsroom.Publish("charity");
        using var logs = CapturedLogs.Of(newsroom.Services);

        await _room.ComposeAsync(SendingRoom.Addresses(4));
        await _room.SendAsync(_ => SendingRoom.Refused(TransportStage.Auth, "535 5.7.8 <bounce+ab@example.org> may not, nor s001@example.org"), byHand: true);
        await newsroom.WatchAsync();
        await _room.SendAsync(_ => SendingRoom.Accepted, byHand: true);
        Return(newsroom);
        _room.The<FetchBounces>().Run(TestContext.Current.CancellationToken);
        await newsroom.WatchAsync();
        newsroom.Break("charity");
        await newsroom.CollectAsync();

        var lines = logs.Lines;
        Assert.DoesNotContain(lines, line => line.Contains('@', StringComparison.Ordinal));
        var tokens = Tokens(newsroom);
        Assert.NotEmpty(tokens);
        Assert.DoesNotContain(lines, line => tokens.Exists(token => line.Contains(token, StringComparison.Ordinal)));
        AssertLeads([.. lines.Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    [Fact]
    public async Task The_program_writes_one_object_a_line()
    {
        _room.Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _ = _room.Newsroom.Services;

        var ended = await new DigestWorkerApp(_room.Newsroom.Folder).RunAsync("collect");

        Assert.Equal(0, ended.ExitCode);
        var lines = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(lines, line => line.GetProperty("Message").GetString()!.StartsWith("Collected 1 sources", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.NotEqual(0, line.GetProperty("EventId").GetInt32()));
    }

    public void Dispose() => _room.Dispose();

    private static void AssertLeads(List<JsonElement> lines)
    {
        Assert.All(lines, line => Assert.NotEqual(0, line.GetProperty("EventId").GetInt32()));
        var placed = lines.First(line => Value(line, "EntryId") is not null);
        var digest = lines.First(line => Value(line, "DigestId") is not null && Value(line, "ReleaseIds") == Value(placed, "ReleaseId"));
        Assert.Contains(lines, line => Value(line, "DeliveryId") is not null && Value(line, "DigestId") == Value(digest, "DigestId") && Value(line, "Outcome") == "Sent");
        Assert.Contains("2026-W47", digest.GetProperty("Scopes").ToString(), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.GetProperty("Scopes").ToString().Contains("charity", StringComparison.Ordinal));
    }

    private static string? Value(JsonElement line, string name) => line.GetProperty("State").TryGetProperty(name, out var value) ? value.ToString() : null;

    private static void Return(Newsroom newsroom)
    {
        var folder = Path.Combine(newsroom.Folder, "bounces");
        Array.ForEach(["new", "cur", "tmp"], name => Directory.CreateDirectory(Path.Combine(folder, name)));
        File.WriteAllBytes(Path.Combine(folder, "new", "1"), ReturnedMail.Of("postfix-no-such-user", Texts(newsroom, "select bounce_token from delivery limit 1")[0]));
    }

    private static List<string> Tokens(Newsroom newsroom) => Texts(newsroom, "select token from subscriber union select bounce_token from delivery");

    private static List<string> Texts(Newsroom newsroom, string sql)
    {
        using var connection = newsroom.Services.GetRequiredService<DigestWorker.Storage.Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
