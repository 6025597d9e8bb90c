using System.ClientModel;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>Reads from an exception why a model did not answer, without its words: they may quote the person's.</summary>
internal static class ModelFaults
{
    /// <summary>The fault; null for an exception that is none of a model's.</summary>
    public static ModelFault? Of(Exception exception) => exception switch
    {
        GeminiException gemini => Of(gemini.Fault),
        ClientResultException openAi => OfStatus(openAi.Status),
        HttpRequestException or IOException => ModelFault.Network,
        TimeoutException or OperationCanceledException => ModelFault.Timeout,
        System.Text.Json.JsonException or FormatException => ModelFault.Malformed,
        AggregateException many => many.InnerExceptions.Select(Of).FirstOrDefault(fault => fault is not null),
        _ => null,
    };

    /// <summary>Whether the next request would likely fail too.</summary>
    public static bool TellsOfHealth(this ModelFault fault) =>
        fault is ModelFault.Key or ModelFault.Busy or ModelFault.Down or ModelFault.Timeout or ModelFault.Network or ModelFault.Broken;

    private static ModelFault Of(GeminiFault fault) => fault switch
    {
        GeminiFault.Key => ModelFault.Key,
        GeminiFault.Quota => ModelFault.Busy,
        GeminiFault.DailyQuota => ModelFault.DailyQuota,
        GeminiFault.Unavailable => ModelFault.Down,
        GeminiFault.Timeout => ModelFault.Timeout,
        GeminiFault.Network => ModelFault.Network,
        GeminiFault.BrokenStream => ModelFault.Broken,
        GeminiFault.Blocked => ModelFault.Blocked,
        GeminiFault.TooLong => ModelFault.TooLong,
        GeminiFault.Rejected => ModelFault.Rejected,
        _ => ModelFault.Malformed,
    };

    private static ModelFault OfStatus(int status) => status switch
    {
        0 => ModelFault.Network,
        401 or 403 => ModelFault.Key,
        429 => ModelFault.Busy,
        408 => ModelFault.Timeout,
        >= 500 => ModelFault.Down,
        _ => ModelFault.Rejected,
    };
}
