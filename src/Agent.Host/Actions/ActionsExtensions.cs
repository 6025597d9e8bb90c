using Microsoft.SemanticKernel;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Registers the pipeline that stands around every call.</summary>
internal static class ActionsExtensions
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton(new Policy(Policy.Rows)).AddSingleton<AuditHeads>().AddSingleton<LogVerifier>()
        .AddScoped<CallContext>().AddScoped<ActionLedger>().AddScoped<ActionTransaction>().AddScoped<ApprovalDesk>().AddScoped<Outcome>()
        .AddScoped<ReadEffect>().AddScoped<WriteEffect>().AddScoped<RemoteEffect>().AddScoped<ActionLookUp>()
        .AddScoped<IFunctionInvocationFilter, ActionPipeline>();
}
