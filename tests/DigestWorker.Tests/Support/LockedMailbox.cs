using System.Text;
using DigestWorker.Delivering.Bounces;

namespace DigestWorker.Tests.Support;

/// <summary>One mail that may not be read until the mailbox is unlocked.</summary>
internal sealed class LockedMailbox(string mail) : IMailbox
{
    public bool IsLocked { get; set; } = true;

    /// <summary>Put aside.</summary>
    public bool IsRead { get; private set; }

    public string Name => "the mailbox";

    public string Needs => "It has to be readable.";

    public IReadOnlyList<string> New() => IsRead ? [] : ["mail"];

    public ReadOnlySpan<byte> Read(string name) => IsLocked ? throw new UnauthorizedAccessException("Access denied.") : Encoding.ASCII.GetBytes(mail);

    public void Move(string name) => IsRead = true;

    public void Dispose()
    {
        // Nothing is kept open.
    }
}
