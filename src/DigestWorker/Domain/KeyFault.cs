namespace DigestWorker.Domain;

/// <summary>A key of this installation is not to be had, so that whoever opted out might not be known again.</summary>
internal sealed class KeyFault(string message) : Exception(message);
