namespace DigestWorker.Tests.Settings;

public sealed class SecretTests : IDisposable
{
    private const string Secret = "open-sesame";

    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "Delivery": { "Smtp": { "Password": 4711 } } }""", "4711")]
    [InlineData("""{ "Delivery": { "Smtp": { "Password": ["open-sesame"] } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "Pasword": "open-sesame" } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "Password": "open-sesame" } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "User": "u", "PasswordFile": "open-sesame" } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "OAuth": { "RefreshToken": ["open-sesame"] } } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "OAuth": { "ClientSecretFile": "open-sesame" } } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Dkim": { "Selector": "d", "Key": "open-sesame" } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Dkim": { "Selector": "d", "Key": 4711 } } }""", "4711")]
    [InlineData("""{ "Storage": { "ConnectionString": "Data Source=:memory:;Password=open-sesame" } }""", Secret)]
    [InlineData("""{ "Sources": [{ "Name": "A", "Url": "https://me:open-sesame@example.org/" }] }""", Secret)]
    [InlineData("""{ "Web": { "PublicUrl": "http://me:open-sesame@example.org/" } }""", Secret)]
    [InlineData("""{ "Storage": { "ConnectionString": "Host=db.example.org;Pwd = open-sesame" } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "Password": "open-sesame } } }""", Secret)]
    [InlineData("""{ "Delivery": { "Smtp": { "Password": nope-open-sesame } } }""", Secret)]
    public void A_secret_is_never_quoted(string json, string secret) =>
        Assert.All(_folder.Refuse(json), mistake => Assert.DoesNotContain(secret, mistake, StringComparison.Ordinal));

    [Fact]
    public void A_long_value_is_quoted_in_short()
    {
        var mistake = Assert.Single(_folder.Refuse($$"""{ "Schedule": { "TimeZone": "{{new string('x', 5000)}}" } }"""));

        Assert.InRange(mistake.Length, 100, 300);
    }
}
