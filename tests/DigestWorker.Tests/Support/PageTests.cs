using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Support;

/// <summary>The pages of a whole program over real HTTP, and somebody who visits them.</summary>
public abstract class PageTests : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private WebSurface? _surface;

    private protected Newsroom Newsroom { get; private set; } = null!;

    private protected Uri Address => new(_surface!.Address!);

    private protected Visitor Visitor { get; private set; } = null!;

    /// <summary>The same on the port that is for the machine alone.</summary>
    private protected Visitor Machine { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Newsroom = Open();
        await PrepareAsync();
        _surface = await Newsroom.OpenPagesAsync();
        (Visitor, Machine) = (new Visitor(_surface.Address!), new Visitor(_surface.StatusAddress!));
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        Machine.Dispose();
        await _surface!.DisposeAsync();
        Newsroom.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected virtual Newsroom Open() => new(Monday) { PublicUrl = "https://digest.example.org/weekly/" };

    /// <summary>What has happened before somebody visits.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected T Get<T>() where T : notnull => Newsroom.Services.GetRequiredService<T>();

    private protected IReadOnlyList<Subscriber> Subscribers() => Get<Subscribers>().All();

    /// <summary>Sends a form as the page offers it, with its own proof.</summary>
    /// <param name="act">What follows the page's address; empty where the form goes to the page itself.</param>
    private protected async Task<Visitor.Answer> FillInAsync(string page, string act, params (string Name, string Value)[] fields) =>
        await Visitor.SendAsync(page + act, [("form", (await Visitor.LookAsync(page)).FormToken), .. fields]);
}
