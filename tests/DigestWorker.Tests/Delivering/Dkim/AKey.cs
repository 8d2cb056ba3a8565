using System.Security.Cryptography;
using DigestWorker.Delivering.Dkim;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Delivering.Dkim;

/// <summary>One signing key for all tests that need any: making one takes long.</summary>
internal static class AKey
{
    public static RSA Rsa { get; } = RSA.Create(2048);

    public static string Pem { get; } = Rsa.ExportPkcs8PrivateKeyPem();

    public static DkimRecord Record { get; } = DkimRecord.Of(Rsa, "digest", "example.org");

    public static DkimSettings Settings { get; } = new() { Domain = "example.org", Selector = "digest", Key = Pem };
}
