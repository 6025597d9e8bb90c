using System.Net;
using System.Net.Sockets;

namespace TbPersonalOs.Chaos;

/// <summary>Ports on this machine.</summary>
internal static class Ports
{
    /// <summary>One on which nobody listens.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
