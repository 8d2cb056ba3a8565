using System.Globalization;
using System.Net;

namespace DigestWorker.Collecting.Fetching;

/// <summary>A refusal of a server in the admin's words.</summary>
internal static class StatusWords
{
    public static string Of(HttpStatusCode status) =>
        string.Create(CultureInfo.InvariantCulture, $"the server answered {(int)status} {Meaning((int)status)}");

    private static string Meaning(int status) => status switch
    {
        304 => "Not Modified, though nothing of it is known here",
        400 => "Bad Request: it does not understand this address",
        401 => "Unauthorized: it wants a sign-in",
        403 => "Forbidden: it refuses this program, or this machine",
        404 => "Not Found: the address may have moved",
        410 => "Gone: the publisher has taken it away for good",
        422 => "Unprocessable Content: it does not accept this address or a parameter in it",
        429 => "Too Many Requests: it wants to be asked less often",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error: the fault is on its side",
        502 => "Bad Gateway: the fault is on its side",
        503 => "Service Unavailable: it is overloaded or being worked on",
        504 => "Gateway Timeout: the fault is on its side",
        >= 500 => "(the fault is on its side)",
        >= 400 => "(it refuses the request)",
        _ => "(which is no answer with content)",
    };
}
