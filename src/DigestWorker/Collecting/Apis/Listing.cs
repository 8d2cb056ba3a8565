using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Apis;

/// <summary>How the pages of one list are asked for and read.</summary>
/// <param name="AddressOf">The address of a page; the first is 1.</param>
/// <param name="Parse">Throws <see cref="Feeds.UnreadableFeedException"/> for what is no such list.</param>
/// <param name="Step">How many entries further a page begins than the one before; less than the size where pages overlap.</param>
internal sealed record Listing(Func<int, Uri> AddressOf, Func<Answer, ApiList> Parse, int PageSize, int Step)
{
    public bool IsLast(int page, ApiList list) =>
        list.Listed == 0
        || (list.Total is { } total ? (page - 1) * Step + list.Listed >= total : list.Listed < PageSize);
}
