using System.Security.Cryptography;
using DigestWorker.Settings;
using DigestWorker.Tests.Delivering.Dkim;

namespace DigestWorker.Tests.Settings;

public sealed class DkimSettingsTests : IDisposable
{
    private const string Variable = "DIGEST__Delivery__Dkim__Key";
    private const string NoKey = "this is no private RSA key in PEM form; make one with: digestworker dkim key --out FILE";

    private readonly SettingsFolder _folder = new();

    public static TheoryData<string> Forms => ["PRIVATE KEY", "RSA PRIVATE KEY"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Forms))]
    public void A_key_in_a_file_of_its_own_is_read_and_the_domain_is_the_senders(string form)
    {
        WriteKey("keys.pem", form == "PRIVATE KEY" ? AKey.Pem : AKey.Rsa.ExportRSAPrivateKeyPem());

        var dkim = _folder.Accept(Json("""{ "Selector": "digest", "KeyFile": "keys.pem" }""")).Delivery.Dkim;

        Assert.Equal(("mail.example.org", "digest"), (dkim.Domain, dkim.Selector));
        Assert.Contains(form, dkim.Key!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\n", " ")]
    [InlineData("\n", "\r\n")]
    public void A_key_may_come_from_the_environment(string line, string written) =>
        Assert.NotNull(_folder.With(Variable, AKey.Pem.Replace(line, written, StringComparison.Ordinal)).Accept(Json("""{ "Selector": "digest" }""")).Delivery.Dkim.Key);

    [Theory]
    [InlineData("example.org", "example.org")]
    [InlineData("EXAMPLE.org", "example.org")]
    [InlineData("mail.example.org", "mail.example.org")]
    public void The_domain_may_be_one_above_the_senders(string domain, string inForce)
    {
        WriteKey("key.pem", AKey.Pem);

        Assert.Equal(inForce, _folder.Accept(Json($$"""{ "Selector": "d-1.a", "KeyFile": "key.pem", "Domain": "{{domain}}" }""")).Delivery.Dkim.Domain);
    }

    [Theory]
    [InlineData("""{ "Selector": "digest" }""", "KeyFile: is missing; write the file that holds the private key, or leave Delivery:Dkim out; to make a key: digestworker dkim key --out FILE")]
    [InlineData("""{ "KeyFile": "key.pem" }""", "Selector: is missing; write the name under which the public key stands in DNS, such as \"digest\" for digest._domainkey")]
    [InlineData("""{ "KeyFile": "key.pem", "Selector": "a_b" }""", "Selector: \"a_b\" stands here; write the name under which the public key stands in DNS, such as \"digest\" for digest._domainkey")]
    [InlineData("""{ "KeyFile": "key.pem", "Selector": "d", "Domain": "example.com" }""", "Domain: \"example.com\" stands here; receivers want a signature by the domain of Delivery:From, mail.example.org, or by one above it")]
    [InlineData("""{ "KeyFile": "key.pem", "Selector": "d", "Domain": "ample.org" }""", "Domain: \"ample.org\" stands here; receivers want a signature by the domain of Delivery:From, mail.example.org, or by one above it")]
    [InlineData("""{ "KeyFile": "key.pem", "Selector": "d", "Domain": "org" }""", "Domain: \"org\" stands here; write a full domain, such as \"example.org\"")]
    [InlineData("""{ "KeyFile": "none.pem", "Selector": "d" }""", "KeyFile: \"none.pem\" stands here; there is no such file")]
    [InlineData("""{ "KeyFile": ".", "Selector": "d" }""", "KeyFile: \".\" stands here; that file may not be read; let the worker's account open it")]
    [InlineData("""{ "KeyFile": "empty.pem", "Selector": "d" }""", "KeyFile: \"empty.pem\" stands here; that file is empty")]
    [InlineData("""{ "KeyFile": "text.pem", "Selector": "d" }""", $"KeyFile: \"text.pem\" stands here; {NoKey}")]
    [InlineData("""{ "KeyFile": "public.pem", "Selector": "d" }""", $"KeyFile: \"public.pem\" stands here; {NoKey}")]
    [InlineData("""{ "KeyFile": "ec.pem", "Selector": "d" }""", $"KeyFile: \"ec.pem\" stands here; {NoKey}")]
    [InlineData("""{ "KeyFile": "short.pem", "Selector": "d" }""", "KeyFile: \"short.pem\" stands here; a key of 1024 bits is too short to be trusted; use one of 2048 to 4096 bits")]
    [InlineData("""{ "KeyFile": "locked.pem", "Selector": "d" }""", "KeyFile: \"locked.pem\" stands here; the key is locked with a passphrase, which nobody can type for a service; keep it without one in a file that only the worker can read")]
    [InlineData("""{ "KeyFile": "huge.pem", "Selector": "d" }""", "KeyFile: \"huge.pem\" stands here; that file is larger than 64 kB, too large for one secret")]
    public void A_mistake_is_told(string dkim, string mistake)
    {
        using var shortKey = RSA.Create(1024);
        using var curve = ECDsa.Create();
        WriteKey("key.pem", AKey.Pem);
        WriteKey("empty.pem", "\n");
        WriteKey("text.pem", "open-sesame");
        WriteKey("public.pem", AKey.Rsa.ExportSubjectPublicKeyInfoPem());
        WriteKey("ec.pem", curve.ExportPkcs8PrivateKeyPem());
        WriteKey("short.pem", shortKey.ExportPkcs8PrivateKeyPem());
        WriteKey("locked.pem", AKey.Rsa.ExportEncryptedPkcs8PrivateKeyPem("open-sesame", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        WriteKey("huge.pem", new string('x', 100_000));

        Assert.Equal([$"Delivery:Dkim:{mistake}"], _folder.Refuse(Json(dkim)));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead)]
    public void A_key_that_others_may_read_is_told(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        WriteKey("key.pem", AKey.Pem, mode);

        Assert.Equal(
            ["Delivery:Dkim:KeyFile: \"key.pem\" stands here; others on this machine may open that file; let the worker's account alone read it: chmod 600"],
            _folder.Refuse(Json("""{ "KeyFile": "key.pem", "Selector": "d" }""")));
    }

    [Theory]
    [InlineData("credentials", UnixFileMode.UserRead | UnixFileMode.GroupRead, true)]
    [InlineData("credentials/", UnixFileMode.UserRead, true)]
    [InlineData("credentials", UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, false)]
    [InlineData("credentials", UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead, false)]
    [InlineData("credentials/key", UnixFileMode.UserRead | UnixFileMode.GroupRead, false)]
    [InlineData("cred", UnixFileMode.UserRead | UnixFileMode.GroupRead, false)]
    [InlineData("", UnixFileMode.UserRead | UnixFileMode.GroupRead, false)]
    public void A_key_that_systemd_has_loaded_may_belong_to_a_group(string credentials, UnixFileMode mode, bool isTaken)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Directory.CreateDirectory(Path.Combine(_folder.Folder, "credentials"));
        WriteKey("credentials/key.pem", AKey.Pem, mode);

        var reading = _folder.With("CREDENTIALS_DIRECTORY", credentials.Length > 0 ? Path.Combine(_folder.Folder, credentials) : "")
            .Read(Json("""{ "KeyFile": "credentials/key.pem", "Selector": "d" }"""));

        Assert.Equal(isTaken, reading is SettingsReading.Accepted);
    }

    [Fact]
    public void A_key_in_the_settings_file_is_refused_unshown()
    {
        var mistake = Assert.Single(_folder.Refuse(Json($$"""{ "Selector": "d", "Key": "{{AKey.Pem.ReplaceLineEndings("\\n")}}" }""")));

        Assert.StartsWith("Delivery:Dkim:Key: a private key has no place in the settings file; ", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_keys_are_one_too_many()
    {
        WriteKey("key.pem", AKey.Pem);

        Assert.Equal(
            ["Delivery:Dkim:KeyFile: Delivery:Dkim:Key is set too; keep one of the two"],
            _folder.With(Variable, AKey.Pem).Refuse(Json("""{ "Selector": "d", "KeyFile": "key.pem" }""")));
    }

    [Fact]
    public void A_broken_key_of_the_environment_is_hidden_and_its_variable_named() =>
        Assert.Equal(
            [$"Delivery:Dkim:Key: (hidden) stands here; {NoKey} (set by the environment variable {Variable})"],
            _folder.With(Variable, AKey.Pem[..200]).Refuse(Json("""{ "Selector": "d" }""")));

    [Fact]
    public void A_key_pasted_where_its_files_name_belongs_is_hidden() =>
        Assert.Equal(
            ["Delivery:Dkim:KeyFile: (hidden) stands here; there is no such file"],
            _folder.Refuse(Json("""{ "Selector": "d", "KeyFile": "-----BEGIN PRIVATE KEY-----" }""")));

    [Fact]
    public void Mail_from_this_machine_alone_cannot_be_signed() =>
        Assert.Equal(
            ["Delivery:From: \"digest@localhost\" stands here; mail can be signed only for a full domain, such as \"example.org\""],
            _folder.With(Variable, AKey.Pem).Refuse("""{ "Delivery": { "From": "digest@localhost", "Dkim": { "Selector": "d" } } }"""));

    private static string Json(string dkim) => $$"""{ "Delivery": { "From": "Digest <digest@mail.example.org>", "Dkim": {{dkim}} } }""";

    private void WriteKey(string name, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        var path = Path.Combine(_folder.Folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
