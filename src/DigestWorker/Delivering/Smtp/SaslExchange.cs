using System.Text;

namespace DigestWorker.Delivering.Smtp;

/// <summary>A way to log in (RFC 4954): the command that opens it and what answers each further question of the server.</summary>
/// <param name="secrets">What of it no log may show.</param>
internal sealed class SaslExchange(string opening, string[] answers, string[] secrets)
{
    public string Opening => opening;

    public IReadOnlyList<string> Answers => answers;

    public IEnumerable<string> Secrets => secrets;

    /// <returns>Null where the server offers no way that we know.</returns>
    public static SaslExchange? Choose(IReadOnlyList<string> offered, string user, string password)
    {
        if (offered.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            var response = Base64($"\0{user}\0{password}");
            return new SaslExchange($"AUTH PLAIN {response}", [], [user, password, response]);
        }

        return offered.Contains("LOGIN", StringComparer.OrdinalIgnoreCase)
            ? new SaslExchange("AUTH LOGIN", [Base64(user), Base64(password)], [user, password, Base64(user), Base64(password)])
            : null;
    }

    /// <summary>XOAUTH2. A server that says no tells why first, and wants an empty line for it.</summary>
    public static SaslExchange Bearer(string user, string token)
    {
        var response = Base64($"user={user}\u0001auth=Bearer {token}\u0001\u0001");
        return new SaslExchange($"AUTH XOAUTH2 {response}", [""], [token, response]);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
