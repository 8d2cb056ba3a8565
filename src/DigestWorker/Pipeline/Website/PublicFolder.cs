using System.Text;
using DigestWorker.Composing.Website;
using DigestWorker.Delivering.Pickup;

namespace DigestWorker.Pipeline.Website;

/// <summary>The folder that a web server shows. Files appear whole, and only where they differ from what stands there.</summary>
internal sealed class PublicFolder(string path)
{
    private const string EditionsFolder = "editions";

    /// <returns>True where the file was written; false where it said the same already.</returns>
    public async Task<bool> WriteAsync(PublicFile file, CancellationToken cancellationToken)
    {
        var target = Path.Combine(path, file.Name);
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var stands = File.Exists(target) ? await File.ReadAllBytesAsync(target, cancellationToken) : null;
        if (stands is not null && bytes.AsSpan().SequenceEqual(stands))
        {
            return false;
        }

        await WholeFile.WriteAsync(target, bytes, cancellationToken);
        return true;
    }

    public void Open()
    {
        Directory.CreateDirectory(Path.Combine(path, EditionsFolder));
        WholeFile.RemoveLeftovers(path);
        WholeFile.RemoveLeftovers(Path.Combine(path, EditionsFolder));
    }

    /// <summary>The editions that lie there, of this week and earlier ones.</summary>
    public IReadOnlyList<PublicIndex.EditionFile> Editions() =>
        [.. Directory.EnumerateFiles(Path.Combine(path, EditionsFolder)).Select(file => Path.GetFileName(file))
            .Select(name => PublicNames.ReadEdition(name) is var (week, role) ? new PublicIndex.EditionFile(week, role, name) : null)
            .OfType<PublicIndex.EditionFile>()];
}
