using DigestWorker.Settings;
using DigestWorker.Web.Listening;

namespace DigestWorker.Running;

/// <summary>What becomes of changed settings: a shift under them or, where they cannot be used, the one of before.</summary>
internal sealed class ShiftChange(ProgramSource program, SettingsWatch watch, HeldAddresses addresses, TimeProvider time)
{
    private readonly TellReloads _tell = new();

    /// <summary>The settings of before are in force, because the newest cannot be used.</summary>
    public bool IsRefused => _tell.IsRefused;

    /// <returns>The shift that is at work from now on.</returns>
    public async Task<Shift> FollowAsync(Shift old, CancellationToken stopping)
    {
        var reading = Read();
        switch (reading)
        {
            case var _ when !watch.Confirms(reading, old.Settings):
                TellReloads.Wait(old);
                return old;
            case SettingsReading.Refused refused:
                _tell.Refuse(old, Refusal.Of(refused.Mistakes));
                return old;
            case SettingsReading.Accepted { Settings: var settings } when old.Sections.Changed(new Sections(settings)).Count == 0:
                _tell.Accept(old);
                return old;
            case SettingsReading.Accepted accepted:
                return await TryHandOverAsync(old, accepted.Settings, stopping);
            default:
                throw new InvalidOperationException();
        }
    }

    // Whoever saves a file must not be able to end the work in hand.
    private SettingsReading Read()
    {
        try
        {
            return program.Read();
        }
        catch (Exception fault)
        {
            return new SettingsReading.Refused([new SettingsMistake("The settings", $"cannot be read: {fault.Message}")]);
        }
    }

    private async Task<Shift> TryHandOverAsync(Shift old, DigestSettings settings, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        Shift next;
        try
        {
            next = await Shift.OpenAsync(settings, program.Build(settings), addresses, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            await addresses.CloseUnusedAsync();
            _tell.Refuse(old, Refusal.Of(fault, settings));
            return old;
        }

        var handOver = new HandOver(program.Build, addresses);
        if (await handOver.RunAsync(old, next, stopping) is { } late)
        {
            return stopping.IsCancellationRequested ? next : await GoBackAsync(handOver, old, next, late);
        }

        _tell.Take(old, next, time.GetElapsedTime(began));
        return next;
    }

    // It is told first: those of before may be unable to start too by now.
    private async Task<Shift> GoBackAsync(HandOver handOver, Shift old, Shift failed, Exception fault)
    {
        var words = Refusal.Of(fault, failed.Settings);
        _tell.Say(failed, words);
        var back = await handOver.BackAsync(old.Settings, failed);
        _tell.Refuse(back, words);
        return back;
    }
}
