using System.Net;
using System.Text.RegularExpressions;

namespace DigestWorker.Tests.Support;

/// <summary>A browser without a past: no cookies, no redirects followed.</summary>
internal sealed partial class Visitor(string address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public sealed record Answer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public string Title => WebUtility.HtmlDecode(Heading().Match(Body).Groups[1].Value);

        /// <summary>What the page's own forms prove themselves with.</summary>
        public string FormToken => Token().Match(Body).Groups[1].Value;
    }

    public Task<Answer> LookAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> HeadAsync(string path) => SendAsync(HttpMethod.Head, path, null, []);

    public Task<Answer> SendAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), []);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"{address}/{path}") { Content = content };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<h1>([^<]*)</h1>", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Token();
}
