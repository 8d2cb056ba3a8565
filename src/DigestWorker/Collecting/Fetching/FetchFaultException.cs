namespace DigestWorker.Collecting.Fetching;

/// <summary>Ends a fetch; the message is the reason in the admin's words.</summary>
internal sealed class FetchFaultException(string reason) : Exception(reason);
