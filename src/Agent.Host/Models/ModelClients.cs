using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>A model that can be asked.</summary>
/// <param name="Provider"><c>gemini</c> or <c>openai</c>.</param>
/// <param name="Model">Its name, as the provider has it.</param>
/// <param name="Client">Asks it.</param>
/// <param name="Identity">Tells it, its address and its key from any other, without saying the key.</param>
internal sealed record ModelChoice(string Provider, string Model, IChatClient Client, string Identity);

/// <summary>
/// The model that the settings name: Gemini where there is a key, else any OpenAI-compatible endpoint, else none. Settings are read at
/// each use, so that a new key works without a restart.
/// </summary>
internal sealed class ModelClients : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly HttpClient _http = GeminiHttp.CreateClient();
    private readonly GeminiChatClient _gemini;
    private readonly Lock _gate = new();
    private (string Url, string Key, string Model, IChatClient Client)? _openAi;

    public ModelClients(IConfiguration configuration)
    {
        _configuration = configuration;
        _gemini = new GeminiChatClient(_http, () => Gemini);
    }

    /// <summary>How Gemini is reached now.</summary>
    public GeminiOptions Gemini
    {
        get
        {
            var defaults = new GeminiOptions();
            var section = _configuration.GetSection(GeminiOptions.Section);
            return defaults with
            {
                ApiKey = section["ApiKey"]?.Trim(),
                BaseUrl = section["BaseUrl"] is { Length: > 0 } url && Address(url) is { } address ? address : defaults.BaseUrl,
                Model = section["Model"] is { Length: > 0 } model ? model : defaults.Model,
                FirstByteTimeout = TimeSpan.TryParse(section["Timeout"], CultureInfo.InvariantCulture, out var timeout) ? timeout : defaults.FirstByteTimeout,
                RetryDelay = TimeSpan.TryParse(section["RetryDelay"], CultureInfo.InvariantCulture, out var delay) ? delay : defaults.RetryDelay,
            };
        }
    }

    /// <summary>The model to ask; null where the settings name none, or an address that is none: no key goes elsewhere than it was meant to.</summary>
    public ModelChoice? Current => WrongAddress is not null ? null
        : _configuration["Gemini:ApiKey"] is { Length: > 0 } ? new ModelChoice("gemini", Gemini.Model, _gemini, IdentityOf("gemini", $"{Gemini.BaseUrl}", Gemini.Model, Gemini.ApiKey!))
        : OpenAi();

    /// <summary>The setting whose address is none, or null.</summary>
    public string? WrongAddress =>
        Array.Find(["Gemini:BaseUrl", "OpenAI:BaseUrl"], name => _configuration[name] is { Length: > 0 } url && Address(url) is null) is { } name
            ? SettingNames.InEnvironment(name) : null;

    /// <summary>An http address with a slash at its end; null for what is none.</summary>
    public static Uri? Address(string url) =>
        Uri.TryCreate(url.EndsWith('/') ? url : url + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    public void Dispose()
    {
        _openAi?.Client.Dispose();
        _gemini.Dispose();
        _http.Dispose();
    }

    private static string IdentityOf(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    private ModelChoice? OpenAi()
    {
        var section = _configuration.GetSection("OpenAI");
        if (section["BaseUrl"] is not { Length: > 0 } url || section["Model"] is not { Length: > 0 } model)
        {
            return null;
        }

        // A local server wants no key, but the library does.
        var key = section["ApiKey"] is { Length: > 0 } set ? set : "none";
        lock (_gate)
        {
            if (_openAi is not { } known || (known.Url, known.Key, known.Model) != (url, key, model))
            {
                var client = new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions
                {
                    Endpoint = new Uri(url),
                    NetworkTimeout = TimeSpan.FromSeconds(60),
                    RetryPolicy = new ClientRetryPolicy(2),
                }).GetChatClient(model).AsIChatClient();
                _openAi = (url, key, model, client);
            }

            return new ModelChoice("openai", model, _openAi.Value.Client, IdentityOf("openai", url, model, key));
        }
    }
}
