namespace DigestWorker.Delivering.Bounces;

/// <summary>Where mail that came back waits to be read: a maildir, or a mailbox reached by IMAP.</summary>
internal interface IMailbox : IDisposable
{
    /// <summary>What it is called where the admin hears of it; names no address.</summary>
    string Name { get; }

    /// <summary>What it takes to work on it, in a sentence.</summary>
    string Needs { get; }

    /// <returns>The names of the new mails, oldest first.</returns>
    /// <exception cref="IOException">Or <see cref="UnauthorizedAccessException"/>: it cannot be worked on at present.</exception>
    IReadOnlyList<string> New();

    /// <summary>Reads as much as is looked at; valid until the next call.</summary>
    /// <exception cref="IOException">Or <see cref="UnauthorizedAccessException"/>: this mail cannot be read.</exception>
    ReadOnlySpan<byte> Read(string name);

    /// <summary>Puts it aside as read. Another process may have done so already.</summary>
    void Move(string name);
}
