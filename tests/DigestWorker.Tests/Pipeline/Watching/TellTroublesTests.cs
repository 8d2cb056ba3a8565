using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Watching;

/// <summary>Two versions of the program on one database.</summary>
public sealed class TellTroublesTests : IDisposable
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)) { AdminAddress = "admin@example.org" };

    [Fact]
    public async Task What_only_a_newer_program_knows_is_left_to_it_and_keeps_nothing_else_from_the_admin()
    {
        _newsroom.Services.GetRequiredService<Troubles>().Note("newer", new Dictionary<string, string> { ["key"] = "Something of the next version." }, _newsroom.Clock.Now);
        _newsroom.Services.GetRequiredService<SendingPauses>().Begin("the mail server refused the log-in", _newsroom.Clock.Now);

        await _newsroom.WatchAsync();

        Assert.Contains("refused the log-in", File.ReadAllText(Assert.Single(_newsroom.Mails)), StringComparison.Ordinal);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from trouble where topic = 'newer' and told_at is null and claimed_until is null"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from trouble where topic = 'sending' and told_at is not null and claimed_until is null"));
    }

    public void Dispose() => _newsroom.Dispose();
}
