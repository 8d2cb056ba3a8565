using DigestWorker.Collecting.Apis;

namespace DigestWorker.Collecting.Ons;

/// <summary>Asks for ONS's releases newest first, from its API (by offset) or its release calendar (by page).</summary>
internal sealed class OnsAddress
{
    private const string Calendar = "/releasecalendar", Data = "/data";
    private const int UsualSize = 50, LargestSize = 1000;

    private readonly Uri _first;
    private readonly bool _isCalendar;

    public OnsAddress(Uri source)
    {
        _isCalendar = source.AbsolutePath.Contains(Calendar, StringComparison.OrdinalIgnoreCase);
        _first = (_isCalendar ? AsData(source).WithDefault("sort", "date-newest") : source.WithDefault("sort", "release_date_desc"))
            .WithDefault("limit", $"{UsualSize}")
            .WithDefault("highlight", "false");
        PageSize = Math.Clamp(_first.Number("limit", UsualSize), 1, LargestSize);
    }

    public int PageSize { get; }

    public Uri Page(int page) => page == 1 ? _first
        : _isCalendar ? _first.With("page", page)
        : _first.With("offset", (page - 1) * PageSize);

    private static Uri AsData(Uri calendar) =>
        calendar.IsFile || !calendar.AbsolutePath.TrimEnd('/').EndsWith(Calendar, StringComparison.OrdinalIgnoreCase)
            ? calendar
            : new UriBuilder(calendar) { Path = calendar.AbsolutePath.TrimEnd('/') + Data }.Uri;
}
