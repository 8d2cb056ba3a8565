namespace DigestWorker.Pipeline.Sending;

/// <summary>Outside production: the addresses and domains that alone get mail.</summary>
/// <param name="onlyTo">Addresses, or domains as "@example.org"; everybody where empty.</param>
internal sealed class SafeList(IReadOnlyCollection<string> onlyTo)
{
    /// <returns>Why nothing goes to the address; null where nothing keeps mail from it.</returns>
    public string? Keeps(string address) =>
        onlyTo.Count == 0 || onlyTo.Any(safe => safe.StartsWith('@')
            ? address.EndsWith(safe, StringComparison.OrdinalIgnoreCase)
            : address.Equals(safe, StringComparison.OrdinalIgnoreCase))
            ? null
            : "The address is not in Delivery:OnlyTo.";
}
