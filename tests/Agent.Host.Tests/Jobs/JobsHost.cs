using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>A host of a class's own, whose clock its tests move one after the other.</summary>
public sealed class JobsHost : IAsyncLifetime
{
    internal TestHost Host { get; } = new();

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A person on Monday morning, with chats.</summary>
    internal async Task<TestPerson> NewPersonAsync(params long[] chats)
    {
        Host.Clock.Now = TestHost.Monday;
        var person = await Host.NewPersonAsync();
        foreach (var chat in chats)
        {
            await Host.PairAsync(person, chat);
        }

        return person;
    }
}
