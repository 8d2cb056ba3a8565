namespace DigestWorker.Collecting.Feeds;

/// <summary>What the admin is told about a read that went well; a document full of faults does not fill the log.</summary>
internal sealed class Remarks
{
    private const int MostTold = 20;

    private readonly List<string> told = [];
    private int untold;

    public void Add(string remark)
    {
        if (told.Count < MostTold)
        {
            told.Add(remark);
        }
        else
        {
            untold++;
        }
    }

    public IReadOnlyList<string> ToList() => untold > 0 ? [.. told, $"There are {untold} more remarks like these."] : told;
}
