using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Status;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Scheduling;

public sealed class OwnRoundsTests : IDisposable
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)) { AdminAddress = "admin@example.org" };

    [Fact]
    public async Task A_worker_mails_that_its_database_does_not_answer_though_no_schedule_fires()
    {
        _newsroom.Scalar("alter table sending_pause rename to away");
        using var rounds = Rounds(new HurriedClock());
        await rounds.StartAsync(TestContext.Current.CancellationToken);

        await MailsAsync(1);
        _newsroom.Scalar("alter table away rename to sending_pause");
        await MailsAsync(2);

        await rounds.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _newsroom.Dispose();

    private OwnRounds Rounds(TimeProvider clock)
    {
        var alarm = new DatabaseAlarm(The<DigestSettings>(), The<Database>(), The<AdminMail>(), clock);
        return new OwnRounds(The<Turn>(), new OwnLook(new Pulse(The<SendingPauses>(), clock), alarm), The<NoteSettings>(), clock);
    }

    private async Task MailsAsync(int count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (_newsroom.Mails.Length < count)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();

    /// <summary>A minute of it takes 0.06 seconds.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private const int Hurry = 1_000;

        private readonly DateTimeOffset _begun = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _begun + ((System.GetUtcNow() - _begun) * Hurry);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / Hurry, period / Hurry);
    }
}
