namespace DigestWorker.Tests.Settings;

public sealed class OAuthSettingsTests : IDisposable
{
    private const string Whole = "\"TokenEndpoint\": \"https://login.example.org/token\", \"ClientId\": \"worker\"";

    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Secrets_come_from_the_environment_or_from_files_of_their_own()
    {
        Write("refresh.txt", "r1\r\n");

        var oauth = _folder.With("DIGEST__Delivery__Smtp__OAuth__ClientSecret", "s1")
            .Accept(Json($$"""{ {{Whole}}, "RefreshTokenFile": "refresh.txt" }""")).Delivery.Smtp.OAuth;

        Assert.Equal(("worker", "s1", "r1"), (oauth.ClientId, oauth.ClientSecret, oauth.RefreshToken));
    }

    [Fact]
    public void A_password_may_lie_in_a_file_of_its_own()
    {
        Write("password.txt", "grün & \"gut\" \n");

        Assert.Equal("grün & \"gut\" ", _folder.Accept("""{ "Delivery": { "Smtp": { "User": "u", "PasswordFile": "password.txt" } } }""").Delivery.Smtp.Password);
    }

    [Theory]
    [InlineData("""{ "Scope": "smtp" }""",
        "OAuth:ClientId: is missing; write the id under which your provider knows this program",
        "OAuth:ClientSecret: is missing; set the environment variable DIGEST__Delivery__Smtp__OAuth__ClientSecret, or name a file that holds it in ClientSecretFile",
        "OAuth:TokenEndpoint: is missing; write the https: address at which your provider gives tokens")]
    [InlineData("""{ "ClientId": "a", "ClientSecret": "b", "TokenEndpoint": "http://login.example.org/token" }""",
        "OAuth:TokenEndpoint: \"http://login.example.org/token\" stands here; secrets would cross the network unprotected; write an https: address")]
    [InlineData("""{ "ClientId": "a", "RefreshToken": "b", "TokenEndpoint": "login.example.org" }""",
        "OAuth:TokenEndpoint: \"login.example.org\" stands here; did you mean \"https://login.example.org\"?")]
    [InlineData($$"""{ {{Whole}}, "ClientSecretFile": "none" }""", "OAuth:ClientSecretFile: (hidden) stands here; there is no such file")]
    [InlineData($$"""{ {{Whole}}, "ClientSecret": 4711 }""",
        "OAuth:ClientSecret: (hidden) stands here; write text, between double quotes")]
    public void A_mistake_is_told_and_no_secret_shown(string oauth, params string[] mistakes) =>
        Assert.Equal(mistakes.Select(mistake => $"Delivery:Smtp:{mistake}"), _folder.Refuse(Json(oauth)));

    [Fact]
    public void A_token_and_a_password_are_one_too_many() =>
        Assert.Equal(
            ["Delivery:Smtp:OAuth: stands beside a password; keep one of the two ways to sign in"],
            _folder.Refuse($$"""{ "Delivery": { "Smtp": { "User": "u", "Password": "open-sesame", "OAuth": { {{Whole}}, "ClientSecret": "s" } } } }"""));

    [Fact]
    public void A_token_needs_the_mailbox_that_it_is_for() =>
        Assert.Equal(
            ["Delivery:Smtp:User: is missing; write the address of the mailbox that mail is sent through"],
            _folder.Refuse($$"""{ "Delivery": { "Smtp": { "OAuth": { {{Whole}}, "ClientSecret": "s" } } } }"""));

    [Fact]
    public void This_machine_may_give_tokens_without_TLS() =>
        Assert.NotNull(_folder.Accept(Json("""{ "ClientId": "a", "ClientSecret": "b", "TokenEndpoint": "http://localhost:8080/token" }""")));

    private static string Json(string oauth) => $$"""{ "Delivery": { "Smtp": { "User": "digest@example.org", "OAuth": {{oauth}} } } }""";

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.Folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
