using System.Diagnostics;
using System.Net;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>Watches one page of GOV.UK, such as statutory guidance that keeps its address through all its editions.</summary>
internal sealed class GovUkContentReader(SourceFetcher fetcher, TimeProvider clock) : ISourceReader
{
    public SourceKind Kind => SourceKind.GovUkContent;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken)
    {
        var asked = ContentAddress.Of(source.Url);
        var fetched = await fetcher.FetchAsync(asked, since, cancellationToken);
        try
        {
            return fetched switch
            {
                FetchResult.Fetched { Answer: var answer } => await ReadAsync(asked, answer, cancellationToken),
                FetchResult.Failed failed => Refused(asked, failed),
                _ => fetched.ToRead(),
            };
        }
        catch (UnreadableFeedException fault)
        {
            return new ReadResult.Failed(fault.Message);
        }
    }

    private async Task<ReadResult> ReadAsync(Uri asked, Answer answer, CancellationToken cancellationToken) => PageOf(asked, answer) switch
    {
        ContentPage.Standing page when answer.Address != asked => ReadAt(answer.Address, page),
        ContentPage.Standing page => new ReadResult.Read([page.Entry], page.Remarks, answer.Validators) { FreshFor = answer.FreshFor },
        ContentPage.Moved moved => await FollowAsync(asked, moved.Destination, cancellationToken),
        ContentPage.Gone gone => Gone(asked, gone),
        _ => throw new UnreachableException(),
    };

    /// <summary>Once only: where the next address is left again, the admin has to look.</summary>
    private async Task<ReadResult> FollowAsync(Uri asked, string destination, CancellationToken cancellationToken)
    {
        var moved = new ReadResult.Failed(ContentWords.Moved(asked, destination)) { Trouble = Trouble.Misconfigured };
        if (ContentAddress.OfRedirect(asked, destination) is not { } next)
        {
            return moved;
        }

        return await fetcher.FetchAsync(next, since: null, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var answer } when PageOf(next, answer) is ContentPage.Standing page => ReadAt(next, page),
            FetchResult.Failed failed => failed.ToRead() with { Reason = $"{moved.Reason}; of that address, {failed.Reason}" },
            _ => moved,
        };
    }

    /// <summary>An address of the API may lead on to the page for people.</summary>
    private ContentPage PageOf(Uri asked, Answer answer) => answer.Address != asked && !ContentAddress.IsApi(answer.Address)
        ? new ContentPage.Moved(answer.Address.AbsoluteUri)
        : ContentPage.Parse(answer, clock.GetUtcNow());

    private static ReadResult.Read ReadAt(Uri address, ContentPage.Standing page) =>
        new([page.Entry], page.Remarks, Validators: null) { MovedTo = address };

    private static ReadResult.Failed Refused(Uri asked, FetchResult.Failed failed) =>
        failed.Refusal is { Status: HttpStatusCode.Gone, Answer: var answer } && ContentPage.GoneOf(answer) is { } gone
            ? Gone(asked, gone)
            : failed.ToRead();

    private static ReadResult.Failed Gone(Uri asked, ContentPage.Gone gone) => new(ContentWords.Gone(asked, gone)) { Trouble = Trouble.Gone };
}
