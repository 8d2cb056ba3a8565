using System.Net.Sockets;

namespace DigestWorker.Collecting.Fetching;

/// <summary>What goes wrong on the way to a source, in the admin's words.</summary>
internal static class FetchFaults
{
    /// <returns>Null for what is no fault of the source or the way to it.</returns>
    public static FetchResult.Failed? Of(Exception fault) => fault switch
    {
        FetchFaultException { Failed: var failed } => failed,
        { InnerException: FetchFaultException { Failed: var failed } } => failed,
        _ => InWords(fault) is { } reason ? new FetchResult.Failed(reason) : null,
    };

    public static bool IsConnectTimeout(Exception fault) => fault is OperationCanceledException { InnerException: TimeoutException } && !IsHeadersTimeout(fault);

    // That of HttpClient.Timeout, which wraps what it broke off; that of a connection is the cause itself.
    private static bool IsHeadersTimeout(Exception fault) =>
        fault is OperationCanceledException { InnerException: TimeoutException { InnerException: OperationCanceledException } };

    private static string? InWords(Exception fault) => fault switch
    {
        HttpRequestException { HttpRequestError: var error } => InWords(error),
        HttpIOException { HttpRequestError: var error } => InWords(error),
        _ when IsHeadersTimeout(fault) => $"the server took the request but did not begin to answer within {TimeLimits.Headers.TotalSeconds} seconds",
        InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" } => "its body is packed in a way that cannot be unpacked, or is cut off",
        IOException or SocketException => "the connection broke off before the whole answer had arrived",
        _ when IsConnectTimeout(fault) => $"no connection could be made within {TimeLimits.Connect.TotalSeconds} seconds",
        _ => null,
    };

    private static string InWords(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its host name cannot be found",
        HttpRequestError.ConnectionError => "no connection can be made to the server",
        HttpRequestError.SecureConnectionError => "no secure connection can be made: its certificate is not valid, or the server wants another protocol",
        HttpRequestError.ResponseEnded => "the connection ended before the whole answer had arrived",
        HttpRequestError.ConfigurationLimitExceeded => "the headers of its answer are too large",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.VersionNegotiationError => "its answer is no valid HTTP",
        _ => "the connection broke off before the whole answer had arrived",
    };
}
