namespace DigestWorker.Bench.Synthetic;

/// <summary>A body that publishes one set of figures a year, as the bodies of this field do.</summary>
/// <param name="Noun">What it counts, in the plural.</param>
/// <param name="Parts">Two breakdowns of the total.</param>
internal sealed record SyntheticBody(string Name, string Report, string Noun, string[] Parts, int Total, int Month, bool Fiscal)
{
    public static readonly SyntheticBody[] All =
    [
        new("NSPCC", "Online grooming offences", "sexual communication offences", ["involving girls", "on Snapchat"], 5200, 8, true),
        new("Department for Education", "Children looked after in England", "children looked after", ["in foster care", "who were unaccompanied asylum seekers"], 74000, 11, true),
        new("Department for Education", "Characteristics of children in need", "children in need", ["on a child protection plan", "with domestic abuse as a factor"], 389000, 10, true),
        new("Home Office", "Prevent programme statistics", "referrals to Prevent", ["of young people under 20", "over extreme right-wing concerns"], 6200, 12, true),
        new("Home Office", "National Referral Mechanism statistics", "potential victims of modern slavery", ["who were children", "who were exploited for labour"], 12700, 3, false),
        new("NHS England", "Safeguarding adults", "concerns of abuse of adults", ["that led to an enquiry", "in the person's own home"], 475000, 8, true),
        new("Internet Watch Foundation", "IWF annual report", "webpages with child sexual abuse imagery", ["that held self-generated images", "hosted in Europe"], 132000, 4, false),
        new("Office for National Statistics", "Domestic abuse in England and Wales", "domestic abuse-related crimes", ["that were violent", "that led to a charge"], 845000, 11, true),
        new("Forced Marriage Unit", "Forced marriage statistics", "cases given advice or support", ["involving under-18s", "involving men"], 1350, 6, false),
        new("Cafcass", "Care demand statistics", "care order applications", ["for children under one", "heard in London"], 13600, 5, true),
        new("Anti-Bullying Alliance", "Bullying survey", "pupils who took part in the survey", ["who were bullied often", "who were bullied online"], 28000, 11, false),
        new("Hourglass", "Helpline report", "calls to the helpline about abuse of older people", ["about financial abuse", "about abuse by a relative"], 32000, 6, true),
    ];
}
