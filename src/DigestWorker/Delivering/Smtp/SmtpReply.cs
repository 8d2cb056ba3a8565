namespace DigestWorker.Delivering.Smtp;

/// <summary>What a server said to one command: its code and lines, without the code before each line.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestText = 400;

    /// <summary>2yz: done.</summary>
    public bool Completes => Code / 100 == 2;

    /// <summary>3yz: go on.</summary>
    public bool Continues => Code / 100 == 3;

    /// <summary>421: the server hangs up after this.</summary>
    public bool HangsUp => Code == 421;

    /// <summary>Code and words on one line; servers like to repeat the address, which has no place in a log.</summary>
    public string Text
    {
        get
        {
            var words = HeaderText.Clean(string.Join(' ', Lines.Prepend($"{Code}"))).Split(' ');
            var text = string.Join(' ', words.Select(word => word.Contains('@', StringComparison.Ordinal) ? "(address)" : word));
            return text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}...";
        }
    }

    /// <summary>The reply as it may be told: a server that repeats a secret is reduced to its code.</summary>
    public SmtpReply Without(IEnumerable<string?> secrets)
    {
        var words = string.Join(' ', Lines);
        return secrets.Any(secret => !string.IsNullOrEmpty(secret) && words.Contains(secret, StringComparison.Ordinal)) ? this with { Lines = ["(words left out)"] } : this;
    }

    /// <summary>The answer where this reply was not the one that lets the conversation go on.</summary>
    public TransportReply Ends(TransportStage stage) =>
        new(Code / 100 == 5 ? TransportOutcome.Refused : TransportOutcome.Deferred, stage, Text);
}
