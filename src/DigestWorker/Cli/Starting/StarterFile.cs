using System.Text.Encodings.Web;
using System.Text.Json;

namespace DigestWorker.Cli.Starting;

/// <summary>The text of a first settings file: what was answered, the sources that suit it, and what to do next.</summary>
internal static class StarterFile
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="next">The commands to go on with.</param>
    public static string Text(StartAnswers answers, IReadOnlyList<string> next) => $$"""
        // The settings of DigestWorker. A section or key that you leave out has its built-in default: digestworker settings show
        // Relative paths count from the folder of this file. Secrets belong into the environment or into files of their own.
        //
        // Go on with:  {{next[0]}}
        //              {{next[1]}}
        // Then:        {{next[2]}}
        //              {{next[3]}}
        {
          "$schema": "./appsettings.schema.json",

          // Six parts, seconds first: Monday at 07:30, London time.
          "Schedule": { "PublishCron": "0 30 7 ? * MON" },

          // "Sender" is who you are, with a postal address, as the law asks: "Sample Partnership, 1 High Street, Durham DH1 1AA".
          "Digest": { "Title": "Safeguarding Digest" },

          {{Delivery(answers)}}

          // "To": the address that hears of trouble.
          "Alerts": {},

          // Who gets the digest. More people: another row here, 'digestworker subscribers add', or a team's roster.
          "Subscribers": [
            { "Email": {{Quote(answers.Subscriber)}}, "Roles": [{{Quote(answers.Role)}}], "Areas": [{{Quote(answers.Area)}}] }
          ],

          // What is read: the sources of the catalogue for {{OneLine(answers.Area)}}. "Enabled": false keeps a row without reading it.
          "Sources": [
            {{string.Join(",\n    ", Catalogue.For(answers.Area))}}
          ]
        }

        """;

    private static string Delivery(StartAnswers answers) => answers.Host is null
        ? $$"""
            // "Pickup" writes each mail as a file into the folder outbox: open outbox/index.html. To send, write "Transport": "Smtp" and
              // "Smtp": { "Host": "mail.example.org", "Port": 587, "Security": "StartTls", "User": "digest" }
              "Delivery": { "Transport": "Pickup", "From": {{Quote(answers.From)}} },
            """
        : $$"""
            // Where the server wants a log-in, add "User": "digest" to "Smtp", and set the password in the environment variable
              // DIGEST__Delivery__Smtp__Password, or name a file that holds it alone: "PasswordFile": "smtp-password".
              "Delivery": {
                "Transport": "Smtp",
                "From": {{Quote(answers.From)}},
                "Smtp": { "Host": {{Quote(answers.Host)}}, {{Way(answers.Host)}} }
              },
            """;

    // A server on this machine seldom has a certificate for the name localhost, and needs none.
    private static string Way(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? "\"Port\": 25, \"Security\": \"None\"" : "\"Port\": 587, \"Security\": \"StartTls\"";

    private static string Quote(string text) => JsonSerializer.Serialize(text, Plain);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
