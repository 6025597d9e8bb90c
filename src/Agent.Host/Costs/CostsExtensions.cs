using Microsoft.Extensions.Options;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>Registers what keeps models within their budget.</summary>
internal static class CostsExtensions
{
    public static IServiceCollection AddCosts(this IServiceCollection services)
    {
        services.AddSingleton<PriceList>().AddSingleton<OwnersZone>().AddSingleton<CostTerms>();
        services.AddSingleton<LastGood<CostOptions>>().AddSingleton<LastGood<GeminiTerms>>();
        services.AddOptions<CostOptions>().BindConfiguration(CostOptions.Section).ValidateOnStart();
        services.AddOptions<GeminiTerms>().BindConfiguration(GeminiTerms.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CostOptions>, CostOptionsCheck>().AddSingleton<IValidateOptions<GeminiTerms>, CostOptionsCheck>();
        services.AddSingleton(provider => new Spending(provider.GetRequiredService<CostTerms>().PresentAsync));
        return services.AddScoped<CostNotices>().AddScoped<CostLedger>();
    }
}
