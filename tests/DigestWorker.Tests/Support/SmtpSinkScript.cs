namespace DigestWorker.Tests.Support;

/// <summary>How a <see cref="SmtpSink"/> behaves: what it offers, and what it says other than "fine".</summary>
internal sealed record SmtpSinkScript
{
    /// <summary>At the end of a reply, or in place of one, this closes the connection.</summary>
    public const string HangUp = "\u0004";

    public bool StartTls { get; init; }

    public bool ImplicitTls { get; init; }

    public string? User { get; init; }

    /// <summary>Or the access token.</summary>
    public string? Password { get; init; }

    public string LogIns { get; init; } = "PLAIN LOGIN";

    public IReadOnlyList<string> Extensions { get; init; } = ["SIZE 1000000", "8BITMIME"];

    /// <summary>From a command, "CONNECT" or the final "." to the reply; null leaves it to the sink.</summary>
    public Func<string, string?> Reply { get; init; } = _ => null;

    /// <summary>How long the server thinks about a message that it has taken.</summary>
    public TimeSpan Thinks { get; init; }

    /// <summary>Asked for each message that was taken: whether the connection ends without a word of it.</summary>
    public Func<bool> HangsUpAfterTaking { get; init; } = () => false;
}
