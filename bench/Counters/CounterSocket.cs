using System.Globalization;
using System.Net.Sockets;
using System.Runtime;
using System.Text;

namespace TbPersonalOs.Counters;

/// <summary>Tells whoever connects what this process has used so far: bytes allocated, milliseconds of processor, methods compiled.</summary>
internal static class CounterSocket
{
    public static async Task ServeAsync(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var asking = await listener.AcceptAsync();
            await asking.SendAsync(Encoding.ASCII.GetBytes(Now()));
        }
    }

    private static string Now() => string.Create(CultureInfo.InvariantCulture,
        $"{GC.GetTotalAllocatedBytes(true)} {Environment.CpuUsage.TotalTime.TotalMilliseconds} {JitInfo.GetCompiledMethodCount()}");
}
