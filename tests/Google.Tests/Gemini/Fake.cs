using TbPersonalOs.Common.Gemini;

[assembly: AssemblyFixture(typeof(TbPersonalOs.Google.Tests.Gemini.Fake))]

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>One fake for the tests whose requests must all be valid.</summary>
public sealed class Fake : IAsyncLifetime
{
    private FakeGemini? _gemini;

    public FakeGemini Gemini => _gemini ?? throw new InvalidOperationException("The fake has not started.");

    public async ValueTask InitializeAsync() => _gemini = await FakeGemini.StartAsync();

    public async ValueTask DisposeAsync() => await Gemini.DisposeAsync();
}
