using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Chaos;

/// <summary>Messages that carry random plans over all that a planner may call, drawn from a seed and from what the person has by then.</summary>
internal sealed class Plans : IAsyncDisposable
{
    private const int MostCalls = 3;
    private const int Chats = 12;

    private readonly Random _random;
    private readonly RandomCalls _calls;
    private readonly ServiceProvider _services;
    private readonly House _house;
    private readonly List<string> _functions;
    private int _acts;

    public Plans(House house, int seed)
    {
        (_house, _random, _calls) = (house, new Random(seed), new RandomCalls(seed));
        _services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddData(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Default", $"{house.Database};Pooling=false")]).Build()).AddPlugins().BuildServiceProvider();
        _functions = [.. _services.GetRequiredService<PluginCatalog>().Functions.Where(function => function.Doors.HasFlag(Doors.Chat)).Select(function => function.FullName)];
    }

    /// <summary>The functions that the plans are made of.</summary>
    public IReadOnlyList<string> Functions => _functions;

    /// <summary>The next messages.</summary>
    public async Task<List<Told>> NextAsync(int count)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(await _house.SeeAsync<Guid>("select id from accounts.users where is_owner"));
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var messages = new List<Told>();
        for (var message = 0; message < count; message++)
        {
            var plan = new JsonArray();
            for (var calls = _random.Next(1, MostCalls + 1); calls > 0; calls--)
            {
                var call = _random.Next(4) == 0 ? Elsewhere() : await _calls.NextAsync(db, _functions);
                plan.Add(new JsonObject { ["function"] = call.Function, ["arguments"] = call.Arguments });
            }

            messages.Add(new Told($"chat-{_random.Next(Chats)}", plan.ToJsonString(JsonSerializerOptions.Web), Elsewhere: true));
        }

        return messages;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>An act elsewhere, which may go wrong before or after, or reaches people and has to wait.</summary>
    private RandomCall Elsewhere() => new(
        _random.Next(4) == 0 ? "probe.send" : "probe.label",
        new JsonObject { ["text"] = $"act-{++_acts}{new[] { "", "", "", "-break-before", "-break-after", "-refuse" }[_random.Next(6)]}" });
}
