using Microsoft.SemanticKernel;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Registers the pipeline that stands around every call.</summary>
internal static class ActionsExtensions
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton(new Policy(Policy.Rows)).AddSingleton<AuditHeads>().AddSingleton<CardNews>().AddSingleton<LogVerifier>()
        .AddScoped<CallContext>().AddScoped<ActionLedger>().AddScoped<ActionTransaction>().AddScoped<ApprovalDesk>().AddScoped<ApprovalCards>().AddScoped<StandingPermissions>().AddScoped<Judge>().AddScoped<SavedRecipients>().AddScoped<Outcome>()
        .AddScoped<ReadEffect>().AddScoped<WriteEffect>().AddScoped<RemoteEffect>().AddScoped<ActionLookUp>()
        .AddScoped<IFunctionInvocationFilter, ActionPipeline>();
}
