using System.Net;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>Reads what GOV.UK's search API finds.</summary>
internal sealed class GovUkSearchReader(SourceFetcher fetcher, PageByPage pages, TimeProvider clock) : ISourceReader
{
    public SourceKind Kind => SourceKind.GovUkSearch;

    public async Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken)
    {
        var address = new SearchAddress(source.Url);
        var listing = new Listing(address.Page, answer => SearchBody.Parse(answer, clock.GetUtcNow()), address.PageSize, address.Step);
        return await fetcher.FetchAsync(address.Page(1), since, cancellationToken) switch
        {
            FetchResult.Fetched { Answer: var first } => await pages.ReadAsync(listing, first, cancellationToken),
            FetchResult.Failed { Refusal: { Status: HttpStatusCode.UnprocessableContent, Answer: var refusal } } => Misconfigured(refusal),
            var without => without.ToRead(),
        };
    }

    /// <summary>GOV.UK answers 422 to a parameter that it does not know: only the admin can mend that.</summary>
    private static ReadResult.Failed Misconfigured(Answer refusal) =>
        new($"the Url in the settings asks for something that GOV.UK's search does not know (422){SearchBody.FaultOf(refusal)}; correct it")
        {
            Trouble = Trouble.Misconfigured,
        };
}
