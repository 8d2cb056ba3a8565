using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;
using DigestWorker.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class TurnTests
{
    [Fact]
    public async Task A_mistake_of_the_program_ends_one_turn_and_is_logged_with_its_trace()
    {
        using var newsroom = new Newsroom(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        using var logs = CapturedLogs.Of(newsroom.Services);

        await newsroom.Services.GetRequiredService<Turn>().RunAsync(() => throw new FormatException("a poisoned entry"));

        var line = Assert.Single(logs.Lines, line => line.Contains("The program itself failed", StringComparison.Ordinal));
        Assert.Contains("a poisoned entry", line, StringComparison.Ordinal);
        Assert.Contains(nameof(A_mistake_of_the_program_ends_one_turn_and_is_logged_with_its_trace), line, StringComparison.Ordinal);
    }
}
