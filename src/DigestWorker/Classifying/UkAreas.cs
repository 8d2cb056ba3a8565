namespace DigestWorker.Classifying;

/// <summary>Names of nations, English regions, police-force areas, counties and councils' areas, as this field writes them.</summary>
internal static class UkAreas
{
    /// <summary>Other words for an area.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = Pairs("""
        United Kingdom = UK; Britain = UK; British = UK; UK's = UK; nationwide = UK; across the country = UK
        English councils = England; English schools = England; Scottish = Scotland; Welsh = Wales; Cymru = Wales; Northern Irish = Northern Ireland
        the North East = North East England; the North West = North West England
        the South East = South East England; the South West = South West England; across South West = South West England; across South East = South East England
        South West forces = South West England; North East of England = North East England; North West of England = North West England
        South East of England = South East England; South West of England = South West England; Yorkshire and Humber = Yorkshire and the Humber
        East Anglia = East of England; Greater London = London; Metropolitan Police = London; the Met Police = London; the capital's = London
        Durham = County Durham; BCP Council = Bournemouth, Christchurch and Poole
        Hull = Kingston upon Hull; Highland Council = Highland
        Western Isles = Na h-Eileanan Siar; Anglesey = Isle of Anglesey; Derry = Derry City and Strabane; Rhondda = Rhondda Cynon Taf
        Royal Borough of Windsor = Windsor and Maidenhead; Bath = Bath and North East Somerset
        Barking = Barking and Dagenham; Dagenham = Barking and Dagenham; Brighton = Brighton and Hove; Telford = Telford and Wrekin
        """);

    /// <summary>Bodies and documents that speak for one nation; used where a piece names no area.</summary>
    public static readonly IReadOnlyDictionary<string, string> Bodies = Pairs("""
        Ofsted = England; Department for Education = England; DfE = England; Care Quality Commission = England; CQC = England; NHS Digital = England
        NHS England = England; Keeping Children Safe in Education = England; Keeping children safe in education = England; KCSIE = England; EYFS = England
        Working Together = England; Working together to safeguard children = England; UK Safer Internet Centre = UK; Child Safeguarding Practice Review Panel = England
        Public Health England = England; Children's Commissioner for England = England; Cafcass = England; Education, Health and Care = England; EHCP = England
        Care Inspectorate = Scotland; Education Scotland = Scotland; Children's Hearings = Scotland; Holyrood = Scotland; Police Scotland = Scotland; Disclosure Scotland = Scotland
        Estyn = Wales; Senedd = Wales; Care Inspectorate Wales = Wales; Stormont = Northern Ireland; PSNI = Northern Ireland
        """);

    /// <summary>Names that hold an area's name and mean another place, or none.</summary>
    public static readonly IReadOnlyList<string> Elsewhere = List("""
        New York; New South Wales; New England; Bank of England; Church of England; Prince of Wales; Princess of Wales; Boston, Massachusetts; Perth, Western Australia;
        Cleveland, Ohio; Birmingham, Alabama; Lincoln, Nebraska; Duke of York; Duchess of Kent; Earl of Essex; Duke of Sussex; Duchess of Sussex; Duke of Devonshire;
        Rugby League; Rugby Union; Rugby Football; Oxford University Press; Cambridge University Press; Devonshire Street; London Road; York Road
        """);

    /// <summary>Names that are also common words or surnames: they count only beside a cue such as "Council" or "in".</summary>
    public static readonly IReadOnlySet<string> Ambiguous = new HashSet<string>(StringComparer.Ordinal)
    {
        "Angus", "Ashford", "Barking", "Barnet", "Bath", "Bedford", "Blackburn", "Bolton", "Boston", "Bradford", "Brent", "Burnley", "Bury", "Carlisle",
        "Chester", "Chesterfield", "Chorley", "Cleveland", "Corby", "Craven", "Crawley", "Derby", "Derry", "Dudley", "Durham", "Eden", "Fife", "Halton", "Harlow", "Hart", "Hastings",
        "Highland", "Hull", "Kent", "Lancaster", "Lewes", "Lincoln", "Mansfield", "Melton", "Merton", "Newport", "Poole", "Preston", "Reading",
        "Richmond", "Rochford", "Rother", "Rugby", "Sale", "Slough", "Stafford", "Stirling", "Stroud", "Sutton", "Swale", "Telford", "Trafford", "Wakefield",
        "Walsall", "Warwick", "Winchester", "Worthing", "Wyre", "York",
    };

    public static readonly IReadOnlySet<string> Nations =
        new HashSet<string>(StringComparer.Ordinal) { "UK", "England", "Wales", "Scotland", "Northern Ireland" };

    public static readonly IReadOnlyList<string> Names = List(NationsAndRegions + Midlands + NorthOfEngland + EastAndLondon + SouthOfEngland + OtherNations);

    private const string NationsAndRegions = """
        UK; England; Wales; Scotland; Northern Ireland; North East England; North West England; Yorkshire and the Humber; East Midlands; West Midlands;
        East of England; London; South East England; South West England; Gibraltar; Jersey; Guernsey; Isle of Man;
        """;

    private const string NorthOfEngland = """
        Cleveland; Cumbria; Greater Manchester; Humberside; Lancashire; Merseyside; Northumbria; North Yorkshire; South Yorkshire; West Yorkshire; Cheshire;
        Tyne and Wear; Teesside; Tees Valley; County Durham; Darlington; Gateshead; Hartlepool; Middlesbrough; Newcastle upon Tyne; North Tyneside; Northumberland; Redcar and Cleveland; South Tyneside;
        Stockton-on-Tees; Sunderland; Blackburn with Darwen; Blackpool; Bolton; Bury; Burnley; Cheshire East; Cheshire West and Chester; Chorley; Cumberland; Fylde; Halton; Hyndburn;
        Knowsley; Lancaster; Liverpool; Manchester; Oldham; Pendle; Preston; Ribble Valley; Rochdale; Rossendale; Salford; Sefton; South Ribble; St Helens; Stockport; Tameside;
        Trafford; Warrington; West Lancashire; Westmorland and Furness; Wigan; Wirral; Wyre; Barnsley; Bradford; Calderdale; Doncaster; East Riding of Yorkshire; East Riding;
        Kingston upon Hull; Kirklees; Leeds; North East Lincolnshire; North Lincolnshire; Rotherham; Sheffield; Wakefield; York; Harrogate; Scarborough; Carlisle; Craven; Eden;
        """;

    private const string Midlands = """
        Derbyshire; Leicestershire; Lincolnshire; Northamptonshire; Nottinghamshire; Staffordshire; Warwickshire; West Mercia; Worcestershire; Herefordshire; Shropshire; Rutland;
        Amber Valley; Ashfield; Bassetlaw; Bolsover; Boston; Broxtowe; Charnwood; Chesterfield; Corby; Derby; Derbyshire Dales; East Lindsey; Erewash; Gedling; Harborough; High Peak;
        Hinckley and Bosworth; Leicester; Lincoln; Mansfield; Melton; Newark and Sherwood; North East Derbyshire; North Kesteven; North Northamptonshire; North West Leicestershire;
        Nottingham; Rushcliffe; South Derbyshire; South Holland; South Kesteven; West Lindsey; West Northamptonshire; Northampton; Kettering; Birmingham; Bromsgrove; Cannock Chase;
        Coventry; Dudley; East Staffordshire; Lichfield; Malvern Hills; Newcastle-under-Lyme; North Warwickshire; Nuneaton and Bedworth; Redditch; Rugby; Sandwell; Solihull;
        South Staffordshire; Stafford; Staffordshire Moorlands; Stoke-on-Trent; Stratford-on-Avon; Tamworth; Telford and Wrekin; Walsall; Warwick; Wolverhampton; Worcester; Wychavon; Wyre Forest;
        """;

    private const string EastAndLondon = """
        Bedfordshire; Cambridgeshire; Essex; Hertfordshire; Norfolk; Suffolk; Babergh; Basildon; Bedford; Braintree; Breckland; Brentwood; Broadland; Broxbourne; Cambridge; Castle Point;
        Central Bedfordshire; Chelmsford; Colchester; Dacorum; East Cambridgeshire; East Hertfordshire; East Suffolk; Epping Forest; Fenland; Great Yarmouth; Harlow; Hertsmere;
        Huntingdonshire; Ipswich; King's Lynn and West Norfolk; Luton; Maldon; Mid Suffolk; North Hertfordshire; North Norfolk; Norwich; Peterborough; Rochford; South Cambridgeshire;
        South Norfolk; Southend-on-Sea; St Albans; Stevenage; Tendring; Three Rivers; Thurrock; Uttlesford; Watford; Welwyn Hatfield; West Suffolk; Barking and Dagenham; Barnet; Bexley;
        Brent; Bromley; Camden; Croydon; Ealing; Enfield; Greenwich; Hackney; Hammersmith and Fulham; Haringey; Harrow; Havering; Hillingdon; Hounslow; Islington;
        Kensington and Chelsea; Kingston upon Thames; Lambeth; Lewisham; Merton; Newham; Redbridge; Richmond upon Thames; Southwark; Sutton; Tower Hamlets; Waltham Forest; Wandsworth;
        Westminster City Council; City of London;
        """;

    private const string SouthOfEngland = """
        Avon and Somerset; Devon and Cornwall; Dorset; Gloucestershire; Wiltshire; Hampshire; Hampshire and Isle of Wight; Kent; Surrey; Sussex; Thames Valley; Berkshire; Buckinghamshire;
        Oxfordshire; East Sussex; West Sussex; Isle of Wight; Cornwall; Devon; Somerset; Adur; Arun; Ashford; Basingstoke and Deane; Bracknell Forest; Brighton and Hove; Canterbury;
        Cherwell; Chichester; Crawley; Dartford; Dover; East Hampshire; Eastbourne; Eastleigh; Elmbridge; Epsom and Ewell; Fareham; Folkestone and Hythe; Gosport; Gravesham; Guildford;
        Hart; Hastings; Havant; Horsham; Lewes; Maidstone; Medway; Mid Sussex; Milton Keynes; Mole Valley; New Forest; Oxford; Portsmouth; Reading; Reigate and Banstead; Rother;
        Runnymede; Rushmoor; Sevenoaks; Slough; South Oxfordshire; Southampton; Spelthorne; Surrey Heath; Swale; Tandridge; Test Valley; Thanet; Tonbridge and Malling; Tunbridge Wells;
        Vale of White Horse; Waverley; Wealden; West Berkshire; West Oxfordshire; Winchester; Windsor and Maidenhead; Woking; Wokingham; Worthing; Bath and North East Somerset;
        Bournemouth; Poole; Bournemouth, Christchurch and Poole; Bristol; Cheltenham; Cotswold; East Devon; Exeter; Forest of Dean; Gloucester; Isles of Scilly; Mid Devon; North Devon; North Somerset;
        Plymouth; Salisbury; South Gloucestershire; South Hams; Stroud; Swindon; Teignbridge; Tewkesbury; Torbay; Torridge; West Devon;
        """;

    private const string OtherNations = """
        Dyfed-Powys; Gwent; North Wales; South Wales; West Wales; Mid Wales; Blaenau Gwent; Bridgend; Caerphilly; Cardiff; Carmarthenshire; Ceredigion; Conwy; Denbighshire; Flintshire;
        Gwynedd; Isle of Anglesey; Merthyr Tydfil; Monmouthshire; Neath Port Talbot; Newport; Pembrokeshire; Powys; Rhondda Cynon Taf; Swansea; Torfaen; Vale of Glamorgan; Wrexham;
        Aberdeen; Aberdeenshire; Angus; Argyll and Bute; Clackmannanshire; Dumfries and Galloway; Dundee; East Ayrshire; East Dunbartonshire; East Lothian; East Renfrewshire; Edinburgh;
        Falkirk; Fife; Glasgow; Highland; Inverclyde; Midlothian; Moray; Na h-Eileanan Siar; North Ayrshire; North Lanarkshire; Orkney; Perth and Kinross; Renfrewshire; Scottish Borders;
        Shetland; South Ayrshire; South Lanarkshire; Stirling; West Dunbartonshire; West Lothian; Antrim and Newtownabbey; Ards and North Down; Armagh City, Banbridge and Craigavon;
        Belfast; Causeway Coast and Glens; Derry City and Strabane; Fermanagh and Omagh; Lisburn and Castlereagh; Mid and East Antrim; Mid Ulster; Newry, Mourne and Down
        """;

    private static string[] List(string names) =>
        names.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Pairs(string rows) => rows.ReplaceLineEndings(";")
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(" = "))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
