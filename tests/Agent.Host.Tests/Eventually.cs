namespace TbPersonalOs.Agent.Host.Tests;

/// <summary>Waits for what another part of the program will do, until a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        var deadline = DateTime.UtcNow + Deadline;
        for (var pause = TimeSpan.FromMilliseconds(2); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var seen = await look();
            if (enough(seen))
            {
                return seen;
            }

            Assert.True(DateTime.UtcNow < deadline, $"Still {seen} after {Deadline.TotalSeconds} s.");
            await Task.Delay(pause);
        }
    }
}
