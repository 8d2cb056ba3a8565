namespace DigestWorker.Collecting.Feeds;

/// <summary>What the admin is told about a read that went well; a document full of faults does not fill the log.</summary>
internal sealed class Remarks
{
    private const int MostTold = 20;

    private readonly List<string> _told = [];
    private int _untold;

    public void Add(string remark)
    {
        if (_told.Count < MostTold)
        {
            _told.Add(remark);
        }
        else
        {
            _untold++;
        }
    }

    public IReadOnlyList<string> ToList() => _untold > 0 ? [.. _told, $"There are {_untold} more remarks like these."] : _told;
}
