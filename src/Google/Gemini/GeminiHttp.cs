using System.Net;

namespace TbPersonalOs.Google.Gemini;

/// <summary>The connections to Gemini: one pool for the process.</summary>
public static class GeminiHttp
{
    /// <summary>
    /// A client to be kept as long as the process lives. Its connections are renewed now and then, for the sake of DNS; it follows no
    /// redirect, because the key would go along; its own timeout is off, because <see cref="GeminiOptions"/> has three finer ones.
    /// </summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        EnableMultipleHttp2Connections = true,
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
