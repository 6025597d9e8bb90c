using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline;

namespace TbPersonalOs.Counters;

/// <summary>The first thing that a fresh process understands, timed; the catalogue is there before, as when the host serves.</summary>
internal static class FirstParse
{
    public static void RunAndExit(string said)
    {
        var options = Offering.Make();
        using var planner = new OfflinePlanner();
        var began = Stopwatch.GetTimestamp();
        var answer = planner.GetResponseAsync([new ChatMessage(ChatRole.User, said)], options).GetAwaiter().GetResult();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var call = answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First().Name;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took} {call}"));
        Environment.Exit(0);
    }
}
