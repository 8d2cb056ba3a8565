using AngleSharp.Dom;

namespace DigestWorker.Collecting.Pages;

/// <summary>Ends the building of a tree that grows too large or too deep.</summary>
internal sealed class TreeBounds
{
    private const int MostElements = 50_000;
    private const int MaxDepth = 128;

    private IElement? _last;
    private int _count;

    /// <summary>A new element has no place yet, so the depth is that of the one before it.</summary>
    public void Check(IElement created)
    {
        if (++_count > MostElements)
        {
            throw new UnreadablePageException($"the page has more than {MostElements} elements, which no page needs");
        }

        if (Depth(_last) > MaxDepth)
        {
            throw new UnreadablePageException($"the elements of the page are nested more than {MaxDepth} deep, which no page needs");
        }

        _last = created;
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null && depth <= MaxDepth; node = node.Parent)
        {
            depth++;
        }

        return depth;
    }
}
