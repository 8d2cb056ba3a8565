using System.Collections.Concurrent;
using System.Globalization;

namespace DigestWorker.Tests.Support;

[Flags]
public enum MailFaults
{
    None = 0,

    /// <summary>Whoever is written to for the first time is put off.</summary>
    Greylisting = 1,

    /// <summary>One mailbox in twenty does not exist.</summary>
    Refusals = 2,

    /// <summary>The connection ends at the final dot, and the mail is forgotten.</summary>
    LostMails = 4,

    /// <summary>The connection ends at the final dot, and the mail is kept.</summary>
    LostAnswers = 8,

    /// <summary>Every sixth recipient is too much for now.</summary>
    Storms = 16,

    All = Greylisting | Refusals | LostMails | LostAnswers | Storms,
}

/// <summary>What a <see cref="SmtpSink"/> does to the mails of subscribers that are called s000, s001 and so on.</summary>
internal sealed class FaultyServer(MailFaults faults)
{
    private const int Storm = 6, Loss = 25;

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private int _recipients, _mails, _taken, _lostAnswers;

    public int LostAnswers => _lostAnswers;

    public SmtpSinkScript Script => new() { Extensions = ["PIPELINING", "8BITMIME"], Reply = Reply, HangsUpAfterTaking = LosesAnswer };

    public bool Refuses(int subscriber) => faults.HasFlag(MailFaults.Refusals) && subscriber % 20 == 7;

    private string? Reply(string command) =>
        command.StartsWith("RCPT", StringComparison.Ordinal) ? ReplyTo(command["RCPT TO:<".Length..command.IndexOf('>', StringComparison.Ordinal)])
        : command == "." && IsTurn(MailFaults.LostMails, ref _mails, Loss) ? SmtpSinkScript.HangUp
        : null;

    private string? ReplyTo(string recipient) =>
        Refuses(int.Parse(recipient.AsSpan(1, 3), CultureInfo.InvariantCulture)) ? "550 5.1.1 no such mailbox"
        : IsTurn(MailFaults.Storms, ref _recipients, Storm) ? $"421 4.7.0 too much for now{SmtpSinkScript.HangUp}"
        : faults.HasFlag(MailFaults.Greylisting) && _known.TryAdd(recipient, true) ? "451 4.7.1 greylisted, try again"
        : null;

    private bool LosesAnswer()
    {
        var loses = IsTurn(MailFaults.LostAnswers, ref _taken, Loss);
        if (loses)
        {
            Interlocked.Increment(ref _lostAnswers);
        }

        return loses;
    }

    private bool IsTurn(MailFaults fault, ref int count, int every) => faults.HasFlag(fault) && Interlocked.Increment(ref count) % every == 0;
}
