namespace DigestWorker.Composing.Selecting;

/// <summary>Which nations of the UK an area lies in.</summary>
internal static class Nation
{
    private const string England = "England";
    private const string Scotland = "Scotland";
    private const string Wales = "Wales";
    private const string NorthernIreland = "Northern Ireland";

    private static readonly Dictionary<string, string[]> Wide = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UK"] = [England, Scotland, Wales, NorthernIreland],
        ["United Kingdom"] = [England, Scotland, Wales, NorthernIreland],
        ["Great Britain"] = [England, Scotland, Wales],
        ["England and Wales"] = [England, Wales],
        [England] = [England],
        [Scotland] = [Scotland],
        [Wales] = [Wales],
        [NorthernIreland] = [NorthernIreland],
    };

    private static readonly HashSet<string> EnglishRegions = Names("""
        East Midlands; East of England; London; Greater London; North East; North East England; North West; North West England; South East;
        South East England; South West; South West England; West Midlands;
        Yorkshire and The Humber
        """);

    private static readonly HashSet<string> OfWales = Names("""
        Blaenau Gwent; Bridgend; Caerphilly; Cardiff; Carmarthenshire; Ceredigion; Conwy; Denbighshire; Dyfed-Powys; Flintshire; Gwent;
        Gwynedd; Isle of Anglesey; Anglesey; Merthyr Tydfil; Mid Wales; Monmouthshire; Neath Port Talbot; Newport; North Wales; Pembrokeshire; Powys;
        Rhondda Cynon Taf; South Wales; Swansea; Torfaen; Vale of Glamorgan; West Wales; Wrexham
        """);

    private static readonly HashSet<string> OfScotland = Names("""
        Aberdeen; Aberdeen City; Aberdeenshire; Angus; Argyll and Bute; City of Edinburgh; Clackmannanshire; Dumfries and Galloway; Dundee;
        Dundee City; East Ayrshire; East Dunbartonshire; East Lothian; East Renfrewshire; Edinburgh; Falkirk; Fife; Glasgow; Glasgow City;
        Highland; Inverclyde; Midlothian; Moray; Na h-Eileanan Siar; North Ayrshire; North Lanarkshire; Orkney; Orkney Islands; Perth and Kinross;
        Renfrewshire; Scottish Borders; Shetland; Shetland Islands; South Ayrshire; South Lanarkshire; Stirling; West Dunbartonshire; West Lothian
        """);

    private static readonly HashSet<string> OfNorthernIreland = Names("""
        Antrim and Newtownabbey; Ards and North Down; Armagh City, Banbridge and Craigavon; Belfast; Causeway Coast and Glens;
        Derry City and Strabane; Fermanagh and Omagh; Lisburn and Castlereagh; Mid and East Antrim; Mid Ulster; Newry, Mourne and Down
        """);

    /// <summary>A nation, several of them, or a region: it may hold the local areas of its nation.</summary>
    public static bool IsWide(string area) => Wide.ContainsKey(area) || EnglishRegions.Contains(area);

    public static IReadOnlyList<string> Of(string area) => area switch
    {
        _ when Wide.TryGetValue(area, out var nations) => nations,
        _ when OfWales.Contains(area) => [Wales],
        _ when OfScotland.Contains(area) => [Scotland],
        _ when OfNorthernIreland.Contains(area) => [NorthernIreland],
        _ => [England],
    };

    private static HashSet<string> Names(string list) =>
        list.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
