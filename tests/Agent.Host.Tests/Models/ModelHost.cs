using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Gemini;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>A host whose model is the strict fake: one a class. Disposing it fails where any request was invalid.</summary>
public class ModelHost : IAsyncLifetime
{
    private TestHost? _host;
    private FakeGemini? _gemini;

    /// <summary>Settings beside the key and the address.</summary>
    protected virtual Dictionary<string, string?> Settings { get; } = new() { ["Gemini:Tier"] = "paid", ["Cost:DailyCap"] = "100000" };

    /// <summary>More services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    public TestHost Host => _host!;

    public FakeGemini Gemini => _gemini!;

    public async ValueTask InitializeAsync()
    {
        _gemini = await FakeGemini.StartAsync();
        _host = New();
        await _host.InitializeAsync();
    }

    /// <summary>A host of the same settings that has not started.</summary>
    public TestHost New(Action<TestHost>? change = null)
    {
        var host = new TestHost { Configure = Configure };
        foreach (var (name, value) in Settings)
        {
            host.Settings[name] = value;
        }

        host.Settings["Gemini:ApiKey"] = FakeGemini.Key;
        host.Settings["Gemini:BaseUrl"] = Gemini.BaseUrl.ToString();
        change?.Invoke(host);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Gemini.DisposeAsync();
        Gemini.AssertAllValid();
        GC.SuppressFinalize(this);
    }
}
