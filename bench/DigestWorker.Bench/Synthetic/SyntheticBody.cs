namespace DigestWorker.Bench.Synthetic;

/// <summary>Who publishes, and when in the year.</summary>
internal sealed record SyntheticBody(string Name, int Month)
{
    public static readonly SyntheticBody[] All =
    [
        new("NSPCC", 8), new("Department for Education", 11), new("Home Office", 12), new("NHS England", 9), new("Internet Watch Foundation", 4),
        new("Office for National Statistics", 11), new("Ofsted", 12), new("Cafcass", 5), new("Barnardo's", 6), new("Youth Justice Board", 1),
        new("Scottish Government", 3), new("National Crime Agency", 7),
    ];
}

/// <summary>What is counted year after year.</summary>
/// <param name="Parts">Two breakdowns of the total.</param>
internal sealed record SyntheticMeasure(string Noun, string[] Parts, int Usual)
{
    public static readonly SyntheticMeasure[] All =
    [
        new("online grooming offences", ["against girls", "on social media"], 5200),
        new("children looked after", ["in foster care", "placed far from home"], 74000),
        new("children in need", ["on a child protection plan", "with domestic abuse as a factor"], 389000),
        new("referrals to Prevent", ["of people under 20", "made by schools"], 6200),
        new("potential victims of modern slavery", ["who were children", "who were exploited for labour"], 12700),
        new("concerns of abuse of adults", ["that led to an enquiry", "in the person's own home"], 475000),
        new("webpages with abuse imagery", ["with self-generated images", "hosted in Europe"], 132000),
        new("domestic abuse offences", ["with violence", "that led to a charge"], 845000),
        new("cases of forced marriage", ["involving under-18s", "involving men"], 1350),
        new("pupils missing education", ["of secondary age", "known to social care"], 39200),
        new("neglect offences", ["against under-fives", "reported by schools"], 23500),
        new("calls about abuse of older people", ["about money", "about a relative"], 32000),
    ];
}
