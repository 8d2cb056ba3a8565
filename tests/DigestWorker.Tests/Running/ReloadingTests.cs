using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Running;

/// <summary>Settings that change while the service runs.</summary>
public sealed class ReloadingTests : IAsyncLifetime
{
    private const string Reloaded = "Settings reloaded:", Refused = "The changed settings cannot be used", Mended = "The settings are in order again";

    private readonly SupervisedProgram _program = new();
    private readonly HttpClient _http = new();

    public async ValueTask InitializeAsync() => await _program.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }

    [Fact]
    public async Task What_has_changed_is_said_by_section_and_without_a_value()
    {
        _program.Settings["Delivery"]!["OnlyTo"] = new JsonArray("@school.example.org");
        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync(Reloaded);

        Assert.Contains($"{Reloaded} Digest, Delivery; in ", Assert.Single(_program.Log.All, line => line.StartsWith(Reloaded, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("Second title", _program.InForce);
        Assert.Equal(0, _program.Log.Count("school.example.org"));
    }

    [Fact]
    public async Task A_file_with_mistakes_is_told_once_with_all_of_them_and_the_old_one_stays_in_force()
    {
        var bad = """{ "Digest": { "Titel": "x" }, "Web": { "Listen": "nowhere" }, "Subscribers": [{ "Email": "lead@school.example.org", "Roles": ["no-such-role"] }] }""";
        _program.Folder.Write("appsettings.json", bad);
        await _program.Log.HaveAsync(Refused);
        _program.Ask();
        await TellAsync("cannot be used");
        var told = Assert.Single(_program.Log.All.Distinct(StringComparer.Ordinal), line => line.StartsWith(Refused, StringComparison.Ordinal));

        Assert.All(["Digest:Titel", "Web:Listen", "Subscribers:0:Roles"], path => Assert.Contains(path, told, StringComparison.Ordinal));
        Assert.DoesNotContain("lead@school", told, StringComparison.Ordinal);
        Assert.Equal("First title", _program.InForce);
        Assert.Equal("live\n", await _http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));
        Assert.Single(Mails(), mail => mail.Contains("cannot be used", StringComparison.Ordinal));

        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync(Reloaded);
        await TellAsync("in order again");
        Assert.Single(Mails(), mail => mail.Contains("in order again", StringComparison.Ordinal));
        Assert.Equal(2, Mails().Length);
    }

    [Fact]
    public async Task A_file_that_is_removed_changes_nothing_and_neither_does_the_same_one_put_back()
    {
        File.Delete(_program.File);
        await _program.Log.HaveAsync("there is no such file");
        _program.Save();
        await _program.Log.HaveAsync(Mended);

        Assert.Equal(0, _program.Log.Count(Reloaded));
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_waited_for()
    {
        _program.Settings["Digest"]!["Title"] = "Second title";
        var text = _program.Settings.ToJsonString();
        await using (var file = new StreamWriter(_program.File))
        {
            foreach (var part in text.Chunk(text.Length / 8))
            {
                await file.WriteAsync(part);
                await file.FlushAsync(TestContext.Current.CancellationToken);
                await Task.Delay(40, TestContext.Current.CancellationToken);
            }
        }

        await _program.Log.HaveAsync(Reloaded);

        Assert.Equal(0, _program.Log.Count(Refused));
    }

    [Fact]
    public async Task Of_two_who_save_at_once_the_last_is_right()
    {
        var titles = Enumerable.Range(1, 10).Select(at => $"Title {at}");
        foreach (var title in titles)
        {
            _program.SaveTitle(title);
        }

        await _program.Log.HaveAsync(Reloaded);

        Assert.Equal("Title 10", _program.InForce);
        Assert.Equal(1, _program.Log.Count(Reloaded));
    }

    [Fact]
    public async Task A_file_that_is_read_in_the_middle_of_being_saved_is_read_again_and_not_told_as_a_mistake()
    {
        ReadFirst(read =>
        {
            _program.Folder.Write("appsettings.json", "");
            var half = read();
            _program.SaveTitle("Second title");
            return half;
        });
        _program.Ask();
        await _program.Log.HaveAsync(Reloaded);

        Assert.Equal(("Second title", 0), (_program.InForce, _program.Log.Count(Refused)));
    }

    [Fact]
    public async Task A_file_that_is_saved_twice_with_the_same_text_and_read_between_the_two_is_read_again_and_that_is_said()
    {
        ReadFirst(read =>
        {
            _program.Folder.Write("appsettings.json", "");
            var half = read();
            _program.Save();
            return half;
        });
        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync(Reloaded);

        Assert.Equal(("Second title", 0), (_program.InForce, _program.Log.Count(Refused)));
        Assert.InRange(_program.Log.Count("may be half written"), 1, int.MaxValue);
    }

    [Fact]
    public async Task A_reading_that_breaks_is_told_like_every_other_mistake_and_changes_nothing()
    {
        _program.Reading = _ => throw new FormatException("The program itself failed.");
        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync(Refused);

        Assert.Equal("First title", _program.InForce);
        Assert.Equal("live\n", await _http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_stood_in_the_file_for_the_moment_of_reading_only_is_not_taken_over()
    {
        ReadFirst(read =>
        {
            _program.SaveTitle("Title of a moment");
            var other = read();
            _program.SaveTitle("Second title");
            return other;
        });
        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync(Reloaded);

        Assert.Equal(("Second title", 1), (_program.InForce, _program.Log.Count(Reloaded)));
    }

    [Fact]
    public async Task A_file_that_says_the_same_in_other_words_does_nothing()
    {
        var (host, readings) = (_program.Newest, 0);
        _program.Reading = read =>
        {
            readings++;
            return read();
        };
        _program.Folder.Write("appsettings.json", $"// looked at\n{_program.Settings.ToJsonString(new() { WriteIndented = true })}");
        await _program.Log.UntilAsync(() => readings == 1, "a reading");
        _program.Ask();
        // By the second one the first is dealt with.
        await _program.Log.UntilAsync(() => readings == 2, "another reading");

        Assert.Same(host, _program.Newest);
        Assert.Equal((0, 0), (_program.Log.Count(Reloaded), _program.Log.Count(Refused)));
    }

    [Fact]
    public async Task Templates_are_taken_over_too_and_one_that_cannot_be_used_is_told()
    {
        var page = CopyTemplates("web/page.html.hbs");
        await _program.Log.HaveAsync($"{Reloaded} templates");
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(page, "{{#if x}}", TestContext.Current.CancellationToken);
        await _program.Log.HaveAsync(Refused);
        Assert.Equal(1, _program.Log.Count(Reloaded));

        await File.WriteAllTextAsync(page, text, TestContext.Current.CancellationToken);
        await _program.Log.HaveAsync(Reloaded, times: 2);
    }

    [Fact]
    public async Task An_address_that_another_program_has_is_told_and_a_free_one_is_moved_to()
    {
        var before = _program.Page("healthz/live");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _program.Settings["Web"]!["Listen"] = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        _program.Save();
        await _program.Log.HaveAsync("address already in use");
        Assert.Equal("live\n", await _http.GetStringAsync(before, TestContext.Current.CancellationToken));

        _program.Settings["Web"]!["Listen"] = $"http://127.0.0.1:{Ports.Free()}";
        _program.Save();
        await _program.Log.HaveAsync($"{Reloaded} Web");
        Assert.Equal("live\n", await _http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetStringAsync(before, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_was_tried_for_nothing_is_let_go()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var tried = Ports.Free();
        _program.Settings["Web"]!["Listen"] = $"http://127.0.0.1:{tried}";
        _program.Settings["Web"]!["StatusListen"] = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        _program.Save();
        await _program.Log.HaveAsync(Refused);

        using var visitor = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => visitor.ConnectAsync(IPAddress.Loopback, tried, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task A_schedule_that_never_comes_again_is_refused_as_every_other_mistake()
    {
        _program.Settings["Schedule"] = new JsonObject { ["CollectCron"] = "0 0 7 ? * MON 2020" };
        _program.Save();
        await _program.Log.HaveAsync(Refused);

        Assert.Equal("live\n", await _http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_who_visits_is_refused_during_ten_reloads()
    {
        using var ending = new CancellationTokenSource();
        var visits = Task.WhenAll(VisitAsync(TimeSpan.Zero, ending.Token), VisitAsync(Timeout.InfiniteTimeSpan, ending.Token));
        for (var reload = 1; reload <= 10; reload++)
        {
            _program.SaveTitle($"Title {reload}");
            await _program.Log.HaveAsync(Reloaded, reload);
        }

        await ending.CancelAsync();
        Assert.All(await visits, count => Assert.True(count > 50, $"only {count} visits"));
    }

    /// <summary>Comes between the service and the file once.</summary>
    private void ReadFirst(Func<Func<SettingsReading>, SettingsReading> first)
    {
        var times = 0;
        _program.Reading = read => ++times == 1 ? first(read) : read();
    }

    /// <param name="lifetime">Of a connection: zero opens one for each visit.</param>
    private async Task<int> VisitAsync(TimeSpan lifetime, CancellationToken ending)
    {
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = lifetime };
        using var http = new HttpClient(handler);
        var visits = 0;
        for (; !ending.IsCancellationRequested; visits++)
        {
            Assert.Equal("live\n", await http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return visits;
    }

    /// <returns>The path of one of them.</returns>
    private string CopyTemplates(string one)
    {
        var (from, to) = (Path.Combine(AppContext.BaseDirectory, "templates"), _program.Folder.File("templates"));
        foreach (var file in Directory.EnumerateFiles(from, "*.hbs", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.Combine(to, one);
    }

    // As the schedule does every few minutes; its first turn at the start may come between the two steps.
    private async Task TellAsync(string words)
    {
        for (var turn = 1; turn <= 3 && !Mails().Any(mail => mail.Contains(words, StringComparison.Ordinal)); turn++)
        {
            _program.Newest.Services.GetRequiredService<NoteSettings>().Run();
            await _program.Newest.Services.GetRequiredService<TellTroubles>().RunAsync(TestContext.Current.CancellationToken);
        }
    }

    private string[] Mails() => Directory.Exists(_program.Folder.File("outbox"))
        ? [.. Directory.GetFiles(_program.Folder.File("outbox"), "*.eml").Select(File.ReadAllText)]
        : [];
}
