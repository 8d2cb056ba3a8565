namespace DigestWorker.Tests.Settings;

public sealed class EnvironmentOverridesTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_variable_goes_over_the_file_and_over_the_defaults()
    {
        var settings = _folder
            .With("DIGEST__Delivery__Smtp__Password", "12345")
            .With("digest__delivery__smtp__user", "digest")
            .With("DIGEST__Delivery__Smtp__Port", "2525")
            .With("DIGEST__Topics__send__Sensitive", "TRUE")
            .With("PATH", "/bin")
            .Accept("""{ "Delivery": { "Smtp": { "Host": "smtp.example.org", "Port": 25 } } }""");

        var smtp = settings.Delivery.Smtp;
        Assert.Equal(("smtp.example.org", 2525, "digest", "12345"), (smtp.Host, smtp.Port, smtp.User, smtp.Password));
        Assert.True(settings.Topics.Single(topic => topic.Id == "send").Sensitive);
    }

    [Fact]
    public void A_variable_changes_a_row_and_may_add_the_next_ones()
    {
        var settings = _folder
            .With("DIGEST__Sources__0__Url", "https://example.org/changed")
            .With("DIGEST__Sources__1__Name", "B")
            .With("DIGEST__Sources__1__Url", "https://example.org/b")
            .With("DIGEST__Subscribers__0__Email", "lead@example.org")
            .With("DIGEST__Subscribers__0__Roles__0", "police")
            .Accept("""{ "Sources": [{ "Name": "A", "Url": "https://example.org/a" }] }""");

        Assert.Equal(["https://example.org/changed", "https://example.org/b"], settings.Sources.Select(source => source.Url.AbsoluteUri));
        Assert.Equal(["police"], Assert.Single(settings.Subscribers).Roles);
    }

    [Theory]
    [InlineData("DIGEST__Delivery__Smtp__Port", "many", "Delivery:Smtp:Port: \"many\" stands here; write a whole number from 1 to 65535")]
    [InlineData("DIGEST__Deliverry__From", "a@example.org", "Deliverry: the key \"Deliverry\" is not known here; did you mean \"Delivery\"?")]
    [InlineData("DIGEST__Sources__3__Name", "C", "Sources:3:Name: names no row of the list; rows count from 0, and a new one takes the next number")]
    [InlineData("DIGEST__Sources__first__Name", "C", "Sources:first:Name: names no row of the list; rows count from 0, and a new one takes the next number")]
    [InlineData("DIGEST__Delivery", "x", "Delivery: \"x\" stands here; write an object, between { and }")]
    public void A_mistake_in_a_variable_names_it(string variable, string value, string mistake) =>
        Assert.Equal(
            [$"{mistake} (set by the environment variable {variable})"],
            _folder.With(variable, value).Refuse("""{ "Sources": [] }"""));
}
