namespace DigestWorker.Running;

/// <summary>
/// What is told of changed settings: that they are in force, or once why they cannot be, and once that they are in order again. What
/// the log says is so by then.
/// </summary>
internal sealed partial class TellReloads
{
    private string? _fault;

    /// <summary>The settings of before are in force, because the newest cannot be used.</summary>
    public bool IsRefused => _fault is not null;

    public void Refuse(Shift shift, string fault)
    {
        shift.Count(taken: false);
        shift.Tell(fault);
        Say(shift, fault);
    }

    public void Say(Shift shift, string fault)
    {
        if (fault != _fault)
        {
            Refused(shift.Logger, fault);
        }

        _fault = fault;
    }

    public void Accept(Shift shift)
    {
        var wasRefused = IsRefused;
        shift.Tell(_fault = null);
        if (wasRefused)
        {
            InOrder(shift.Logger);
        }
    }

    public void Take(Shift old, Shift next, TimeSpan took)
    {
        Accept(next);
        next.Count(taken: true);
        Reloaded(next.Logger, string.Join(", ", old.Sections.Changed(next.Sections)), (long)took.TotalMilliseconds);
    }

    public static void Wait(Shift shift) => MayBeHalf(shift.Logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Settings reloaded: {Sections}; in {Milliseconds} ms")]
    private static partial void Reloaded(ILogger logger, string sections, long milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The settings may be half written; they are read again when they lie still")]
    private static partial void MayBeHalf(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The settings are in order again")]
    private static partial void InOrder(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Fault}")]
    private static partial void Refused(ILogger logger, string fault);
}
