namespace DigestWorker.Pipeline.Rosters;

/// <summary>A roster as a whole cannot be followed; nobody was changed.</summary>
internal class RosterFault(string message) : Exception(message);

/// <summary>It would take so many out of the team that somebody has to confirm it.</summary>
internal sealed class TooManyLeavers(string message) : RosterFault(message);
