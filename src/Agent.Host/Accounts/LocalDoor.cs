using System.Net.Http.Headers;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>
/// Refuses what cannot come from the owner on this machine: foreign host names (DNS rebinding), pages of other sites, forms, proxies.
/// Stands before everything else.
/// </summary>
internal sealed class LocalDoor(RequestDelegate next)
{
    private static readonly string[] LocalHosts = ["127.0.0.1", "localhost", "[::1]"];

    public async Task InvokeAsync(HttpContext context)
    {
        Languages.Of(context.Request.Headers.AcceptLanguage).Speak();
        if (Refusal(context) is { } refusal)
        {
            await Problems.WriteAsync(context, refusal.Status, ErrorCode.Denied, refusal.Key);
            return;
        }

        await next(context);
    }

    private static (int Status, string Key)? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!IsOwn(request.Headers.Host, context.Connection.LocalPort))
        {
            return (StatusCodes.Status421MisdirectedRequest, "ForeignHost");
        }

        if (request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)) || request.Headers.ContainsKey("Forwarded"))
        {
            return (StatusCodes.Status400BadRequest, "Forwarded");
        }

        // A header that comes twice is as foreign as its worst value.
        var own = $"{request.Scheme}://{request.Host.Value}";
        if (request.Headers.Origin.Any(origin => origin != own) || request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none")))
        {
            return (StatusCodes.Status403Forbidden, "ForeignOrigin");
        }

        return HasBody(request) && !IsJson(request) ? (StatusCodes.Status415UnsupportedMediaType, "NotJson") : null;
    }

    /// <summary>Read from the header itself: to parse it as a name would fail on some names.</summary>
    private static bool IsOwn(string? host, int port) =>
        LocalHosts.Any(local => string.Equals(host, $"{local}:{port}", StringComparison.OrdinalIgnoreCase)
            || (port == 80 && string.Equals(host, local, StringComparison.OrdinalIgnoreCase)));

    private static bool HasBody(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0 || request.ContentType is not null);

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
}
