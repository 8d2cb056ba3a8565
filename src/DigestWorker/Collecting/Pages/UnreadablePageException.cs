namespace DigestWorker.Collecting.Pages;

/// <summary>Ends the reading of a page; the message is the reason in the admin's words.</summary>
internal sealed class UnreadablePageException(string reason) : Exception(reason);
