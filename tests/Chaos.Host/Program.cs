using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Chaos.Host;
using TbPersonalOs.Common;
using TbPersonalOs.Plugins;

// The real assistant with the test plugin, whose world outside outlives this process in a file: Chaos.Host PORT FILE [plans].
var builder = WebApplication.CreateBuilder();
builder.Services.AddSingleton(new OutsideWorld(args[1])).AddPlugin<ProbePlugin>("probe");
await using var app = WebHost.Build(builder, int.Parse(args[0]), services =>
{
    if (args is [_, _, "plans"])
    {
        services.Replace(ServiceDescriptor.Singleton<IChatClient>(new PlanPlanner()));
    }
});
app.Services.GetRequiredService<Owner>().EnsureToken();
await app.RunAsync();
