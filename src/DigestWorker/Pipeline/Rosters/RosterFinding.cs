namespace DigestWorker.Pipeline.Rosters;

/// <summary>What one look at a watched roster found.</summary>
/// <param name="Trouble">What the admin has to see to; null where nothing.</param>
/// <param name="Words">Of the trouble, without an address.</param>
internal sealed record RosterFinding(RosterLook Look, RosterTrouble? Trouble = null, string? Words = null)
{
    /// <returns>Whether a trouble that was found before may last.</returns>
    public bool Leaves(RosterTrouble found) => Look == RosterLook.Early || (Look == RosterLook.Unchanged && found == RosterTrouble.Rows);
}

internal enum RosterLook
{
    Followed,

    /// <summary>It is the file that was followed last.</summary>
    Unchanged,

    /// <summary>Somebody is writing it; the next look will tell.</summary>
    Early,

    Refused,
}

internal enum RosterTrouble
{
    /// <summary>Away, or not to be read.</summary>
    File,

    /// <summary>No roster, or without a good row.</summary>
    Form,

    /// <summary>Too many would leave.</summary>
    Leavers,

    /// <summary>Whoever opted out might not be known again.</summary>
    Keys,

    /// <summary>Some rows were refused; the others count.</summary>
    Rows,
}
