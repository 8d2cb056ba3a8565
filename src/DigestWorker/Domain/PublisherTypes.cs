namespace DigestWorker.Domain;

/// <summary>What kind of body an entry comes from, by the host of its address, else by its publisher's name.</summary>
public sealed class PublisherTypes(IReadOnlyList<Body> bodies)
{
    private static readonly string[] NationalHosts = ["gov.uk", "gov.scot", "gov.wales", "parliament.uk"];

    private readonly Dictionary<string, Body> _byHost = bodies
        .SelectMany(body => body.Hosts.Select(host => (host, body)))
        .DistinctBy(pair => pair.host, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.host, pair => pair.body, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Body> _byName = bodies
        .SelectMany(body => body.Names.Select(name => (name, body)))
        .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.name, pair => pair.body, StringComparer.OrdinalIgnoreCase);

    public BodyType Of(string publisher, Uri? url) =>
        url is not null && IsNational(url.Host) ? BodyType.Official : BodyOf(publisher, url)?.Type ?? BodyType.Other;

    public Body? BodyOf(string publisher, Uri? url) =>
        (url is null ? null : Domains(url.Host).Select(host => _byHost.GetValueOrDefault(host)).FirstOrDefault(body => body is not null))
        ?? _byName.GetValueOrDefault(publisher);

    // Councils have hosts under gov.uk too, and speak for one place only.
    private static bool IsNational(string host) =>
        NationalHosts.Any(national => host.Equals(national, StringComparison.OrdinalIgnoreCase) || host.Equals("www." + national, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Domains(string host)
    {
        var labels = host.Split('.');
        return labels.Index().Select(label => string.Join('.', labels[label.Index..]));
    }
}
