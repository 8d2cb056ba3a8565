using DigestWorker.Collecting.Apis;

namespace DigestWorker.Collecting.GovUk;

/// <summary>Asks GOV.UK's search (documented in alphagov/search-api) newest first and for the fields that are read, unless the settings say otherwise.</summary>
internal sealed class SearchAddress
{
    private const int UsualSize = 50, LargestSize = 1500;

    /// <summary>How many results two pages share, since the list moves between two requests.</summary>
    private const int Shared = 5;

    private const string Fields =
        "title,link,description,public_timestamp,first_published_at,content_store_document_type,content_id,organisations,latest_change_note,is_withdrawn,"
        + "display_date,release_timestamp,statistics_announcement_state,metadata";

    private readonly Uri _first;
    private readonly int _start;

    public SearchAddress(Uri source)
    {
        _first = source.WithDefault("order", "-public_timestamp").WithDefault("count", $"{UsualSize}").WithDefault("fields", Fields);
        _start = source.Number("start", otherwise: 0);
        PageSize = Math.Clamp(_first.Number("count", UsualSize), 1, LargestSize);
    }

    public int PageSize { get; }

    public int Step => Math.Max(PageSize - Shared, 1);

    public Uri Page(int page) => page == 1 ? _first : _first.With("start", _start + ((page - 1) * Step));
}
