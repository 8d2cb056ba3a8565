using System.Text;

namespace DigestWorker.Delivering.Bounces;

/// <summary>A folder into which a mail server delivers, one mail a file: new ones in <c>new</c>, those that were read in <c>cur</c>.</summary>
internal sealed class Maildir(string folder) : IMailbox
{
    private const string Seen = ":2,S";
    private static readonly string[] Parts = ["new", "cur"];

    private const int LongestHead = 64 * 1024;

    private readonly byte[] _buffer = new byte[MailReader.MostBytes];

    public string Name => folder;

    public string Needs => "It has to be a maildir whose 'new' and 'cur' this program may read and write.";

    public IReadOnlyList<string> New() =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "new")).Select(file => Path.GetFileName(file))
            .Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)];

    public ReadOnlySpan<byte> Read(string name)
    {
        using var file = File.OpenHandle(Path.Combine(folder, "new", name));
        var length = 0;
        while (length < _buffer.Length && RandomAccess.Read(file, _buffer.AsSpan(length), length) is > 0 and var more)
        {
            length += more;
        }

        return _buffer.AsSpan(0, length);
    }

    /// <summary>Whether a mail with this id is in it, read or not.</summary>
    public bool Holds(string messageId)
    {
        var id = Encoding.ASCII.GetBytes($"<{messageId}>");
        return Files().Any(file => Head(file).IndexOf(id) >= 0);
    }

    private IEnumerable<string> Files() => Parts
        .Select(part => Path.Combine(folder, part))
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateFiles);

    private static ReadOnlySpan<byte> Head(string path)
    {
        using var file = File.OpenHandle(path);
        var head = new byte[LongestHead];
        return head.AsSpan(0, RandomAccess.Read(file, head, fileOffset: 0));
    }

    /// <summary>In one step: it is in one of the two folders at any instant.</summary>
    public void Move(string name)
    {
        var read = Path.Combine(folder, "cur");
        Directory.CreateDirectory(read);
        try
        {
            File.Move(Path.Combine(folder, "new", name), Path.Combine(read, name.Split(":2,")[0] + Seen), overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return;
        }
    }

    /// <summary>Deletes what was read and is older than the instant.</summary>
    public void DeleteRead(DateTimeOffset before)
    {
        var read = Path.Combine(folder, "cur");
        foreach (var file in Directory.Exists(read) ? Directory.EnumerateFiles(read).Where(file => File.GetLastWriteTimeUtc(file) < before.UtcDateTime) : [])
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        // Nothing is kept open between two calls.
    }
}
