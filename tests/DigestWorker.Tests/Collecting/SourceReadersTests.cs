using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Collecting;

public sealed class SourceReadersTests
{
    [Fact]
    public void Each_kind_of_source_has_one_reader()
    {
        using var newsroom = new Newsroom(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal(Enum.GetValues<SourceKind>(), newsroom.Services.GetServices<ISourceReader>().Select(reader => reader.Kind).Order());
        Assert.All(Enum.GetValues<SourceKind>(), kind => Assert.Equal(kind, newsroom.Services.GetRequiredService<SourceReaders>()[kind].Kind));
    }
}
