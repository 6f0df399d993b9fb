namespace Maillage.Web.Hosting;

/// <summary>Work that is done turn after turn while the site runs.</summary>
internal static class Turns
{
    /// <summary>A first turn, and one after each pause, until the site stops: a turn that is broken off is not a failure.</summary>
    /// <param name="first">How long after the start the first turn is: what is not urgent leaves the start to the visitors.</param>
    public static async Task RunAsync(TimeSpan first, TimeSpan pause, Func<CancellationToken, Task> turn, CancellationToken stopping)
    {
        using var clock = new PeriodicTimer(pause);
        try
        {
            await Task.Delay(first, stopping);
            do
            {
                await turn(stopping);
            }
            while (await clock.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException)
        {
            // What was not done is done at the next start, or by another node.
        }
    }
}
