namespace DigestWorker.Tests.Support;

/// <summary>Mails as they come back, in the shapes of well-known mail systems, about a delivery that is known by a token.</summary>
internal static class ReturnedMail
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    public static byte[] Of(string name, string token = Token, string lineEnd = "\r\n") => System.Text.Encoding.UTF8.GetBytes(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "bounces", $"{name}.eml"))
            .ReplaceLineEndings(lineEnd).Replace(Token, token, StringComparison.Ordinal));
}
