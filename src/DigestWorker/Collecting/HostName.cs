namespace DigestWorker.Collecting;

internal static class HostName
{
    /// <summary>False for one with a letter that no host may have, such as one with nothing but a soft hyphen.</summary>
    public static bool CanBeAsked(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }
}
