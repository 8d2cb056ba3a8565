using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Tests.Support;

/// <summary>A provider's token endpoint on loopback: it gives t1, t2 and so on, unless told otherwise.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TokenServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string Address => $"{_application.Urls.First()}/token";

    /// <summary>The fields of each request, as name=value.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Asked { get; } = [];

    /// <summary>From the number of the request, the first being 1.</summary>
    public Func<int, (int Status, string Body)> Answer { get; set; } = number => (200, Token($"t{number}", 3600));

    public TimeSpan Delay { get; set; }

    public static string Token(string token, int seconds) => $$"""{"token_type":"Bearer","access_token":"{{token}}","expires_in":{{seconds}}}""";

    public static async Task<TokenServer> StartAsync()
    {
        var server = new TokenServer();
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Asked.Enqueue([.. form.Select(field => $"{field.Key}={field.Value}")]);
        await Task.Delay(Delay, context.RequestAborted);
        var (status, body) = Answer(Asked.Count);
        context.Response.StatusCode = status;
        context.Response.Headers.Location = $"{Address}/elsewhere";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
