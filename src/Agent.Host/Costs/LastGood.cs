using Microsoft.Extensions.Options;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>Settings as they stand now; while a change of them makes no sense, as they stood before. A turn never fails by a typing error.</summary>
internal sealed class LastGood<TOptions>(IOptionsMonitor<TOptions> monitor)
    where TOptions : class
{
    private TOptions? _last;

    public TOptions Value
    {
        get
        {
            try
            {
                return _last = monitor.CurrentValue;
            }
            catch (Exception fault) when (_last is not null && fault is OptionsValidationException or InvalidOperationException)
            {
                return _last;
            }
        }
    }
}
