using DigestWorker.Delivering.Pickup;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.People;

/// <summary>Mails in the folders of the settings: those that were written in place of being sent, and those that came back.</summary>
internal sealed class PersonalFiles(DeliverySettings delivery)
{
    /// <summary>Deletes every mail that holds the address; one that cannot be deleted stops no other.</summary>
    /// <returns>How many are gone, and the words about those that are not.</returns>
    public async Task<(int Deleted, IReadOnlyList<string> Faults)> DeleteAsync(string email, CancellationToken cancellationToken)
    {
        var address = new AddressBytes(email);
        var (deleted, faults) = (0, new List<string>());
        foreach (var file in Mails())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (address.IsIn(await File.ReadAllBytesAsync(file, cancellationToken)))
                {
                    File.Delete(file);
                    deleted++;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(fault.Message);
            }
        }

        await ListAnewAsync(cancellationToken);
        return (deleted, faults);
    }

    private IEnumerable<string> Mails() =>
    [
        .. In(delivery.PickupFolder, "*.eml"),
        .. delivery.BounceMaildir is { } maildir ? [.. In(Path.Combine(maildir, "new"), "*"), .. In(Path.Combine(maildir, "cur"), "*")] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> In(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern) : [];

    // The list names recipients.
    private async Task ListAnewAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(delivery.PickupFolder, PickupIndex.FileName)))
        {
            WholeFile.RemoveLeftovers(delivery.PickupFolder);
            await PickupIndex.WriteAsync(delivery.PickupFolder, cancellationToken);
        }
    }
}
