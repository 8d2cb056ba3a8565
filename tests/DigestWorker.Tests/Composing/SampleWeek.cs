using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

/// <summary>One invented week of releases, and four roles that read it differently.</summary>
internal static class SampleWeek
{
    public static readonly IReadOnlyDictionary<string, Topic> Topics = new[]
    {
        A.Topic("modern-slavery", "modern slavery"),
        A.Topic("online-safety", "online safety"),
        A.Topic("online-grooming", "online grooming", sensitive: true),
        A.Topic("csa", "child sexual abuse", sensitive: true),
        A.Topic("domestic-abuse", "domestic abuse"),
        A.Topic("missing", "missing children"),
        A.Topic("attendance", "school attendance"),
        A.Topic("adults", "adult safeguarding"),
        A.Topic("multi-agency", "multi-agency working"),
        A.Topic("health", "health safeguarding"),
    }.ToDictionary(topic => topic.Id);

    public static readonly Role SchoolLead = A.Role(("online-safety", 3), ("online-grooming", 3), ("attendance", 2), ("csa", 2), ("missing", 2), ("multi-agency", 1)) with
    {
        UsefulFor = new Dictionary<string, string>
        {
            ["online-safety"] = "your filtering and monitoring review",
            ["online-grooming"] = "staff updates and talks with parents",
            ["attendance"] = "your attendance plan",
        },
    };

    public static readonly Role Partnership = A.Role(("multi-agency", 3), ("modern-slavery", 3), ("csa", 2), ("domestic-abuse", 2), ("missing", 2)) with
    {
        Id = "partnership",
        Name = "partnership business managers",
        Kinds = new Dictionary<Kind, double> { [Kind.Statistics] = 1.5, [Kind.News] = 0.5 },
    };

    public static readonly Role AdultsLead = A.Role(("adults", 3), ("domestic-abuse", 3), ("modern-slavery", 2)) with { Id = "adults", Name = "adult safeguarding leads" };

    public static readonly Role NamedNurse = A.Role(("health", 3), ("domestic-abuse", 2), ("csa", 2), ("multi-agency", 2)) with { Id = "nurse", Name = "named nurses" };

    public static readonly IReadOnlyList<Role> Roles = [SchoolLead, Partnership, AdultsLead, NamedNurse];

    private static readonly Release Nrm = A.Release(
        1,
        Stored(
            "Home Office",
            Kind.Statistics,
            "NRM statistics, July to September 2026",
            "Quarterly figures on potential victims of modern slavery referred to the National Referral Mechanism. The Home Office received 5,112 referrals in the quarter, 4% more than in the quarter before. About a third of them were for children.",
            ["modern-slavery", "missing"],
            ["UK"]),
        Stored(
            "Example County News",
            Kind.News,
            "Slavery referrals reach a new high, Home Office figures show",
            "More than 5,000 people were referred between July and September.",
            ["modern-slavery"],
            []));

    private static readonly Release Grooming = A.Release(
        2,
        Stored(
            "Example Children's Charity",
            Kind.Statistics,
            "Online grooming offences recorded by police, 2025/26",
            "Police forces recorded 7,240 offences of sexual communication with a child in 2025/26. That is 3% more than in the year before. The charity says that the true number is likely to be higher.",
            ["online-grooming", "online-safety", "csa"],
            ["England and Wales"]));

    private static readonly Release Monitoring = A.Release(
        3,
        Stored(
            "Department for Education",
            Kind.Guidance,
            "Filtering and monitoring standards for schools and colleges",
            "The standard on monitoring now says that a senior leader reviews the reports each term. A new section covers generative AI tools.",
            ["online-safety"],
            ["England"]));

    private static readonly Release Thresholds = A.Release(
        4,
        Stored(
            "Kent Safeguarding Children Partnership",
            Kind.Guidance,
            "Support level guidance: updated chapter on children missing from home",
            "The chapter sets out who leads the return conversation and when.",
            ["missing", "multi-agency"],
            ["Kent"]));

    private static readonly Release Absence = A.Release(
        5,
        Stored(
            "Department for Education",
            Kind.Statistics,
            "Pupil attendance in schools, week 45 2026",
            "The overall absence rate was 6.9% in the week.",
            ["attendance"],
            ["England"]));

    private static readonly Release DomesticAbuse = A.Release(
        6,
        Stored(
            "Office for National Statistics",
            Kind.Statistics,
            "Domestic abuse in England and Wales overview: November 2026",
            "Police recorded 816,000 domestic abuse-related crimes in the year ending March 2026, about as many as in the year before.",
            ["domestic-abuse", "adults"],
            ["England and Wales"]));

    private static readonly Release Coventry = A.Release(
        7,
        Stored(
            "Coventry Safeguarding Children Partnership",
            Kind.Guidance,
            "Multi-agency practice guidance: professional disagreement",
            "A disagreement is settled at the lowest level and within five working days.",
            ["multi-agency"],
            ["Coventry"]));

    private static readonly Release NursesNews = A.Release(
        8,
        Stored(
            "NHS England",
            Kind.News,
            "Safeguarding supervision for health staff: what three trusts learned",
            "Three trusts describe how they set up supervision.",
            ["health"],
            ["England"]));

    public static readonly IReadOnlyList<Release> Releases = [Nrm, Grooming, Monitoring, Thresholds, Absence, DomesticAbuse, Coventry, NursesNews];

    public static DigestRequest For(Role role, params string[] areas) =>
        A.Request(role, [.. Releases]) with { Areas = areas, Topics = Topics };

    private static StoredEntry Stored(string publisher, Kind kind, string title, string summary, string[] topics, string[] areas) =>
        An.Stored(An.Entry(title, summary) with { Url = UrlOf(title) }, publisher, kind, topics, areas);

    private static Uri UrlOf(string title) =>
        new("https://publisher.example.org/" + string.Join('-', title.ToLowerInvariant().Split([' ', ',', ':'], StringSplitOptions.RemoveEmptyEntries)));
}
