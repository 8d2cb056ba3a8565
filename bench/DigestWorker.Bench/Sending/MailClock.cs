using System.Diagnostics.Metrics;
using DigestWorker.Pipeline.Measuring;

namespace DigestWorker.Bench.Sending;

/// <summary>How long mails were with the mail server, as the program itself measures it: the rest of sending is the database and what is done between mails.</summary>
internal sealed class MailClock : IDisposable
{
    private const string Duration = "digestworker.delivery.duration";

    private readonly MeterListener _listener = new();
    private readonly Lock _turn = new();
    private double _seconds;

    public MailClock()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name && instrument.Name == Duration)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, took, _, _) => Add(took));
        _listener.Start();
    }

    /// <summary>Of all mails together, those that went out at once counted each.</summary>
    public double Seconds => _seconds;

    public void Dispose() => _listener.Dispose();

    private void Add(double took)
    {
        lock (_turn)
        {
            _seconds += took;
        }
    }
}
