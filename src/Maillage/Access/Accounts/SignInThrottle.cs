using Maillage.Data;
using Maillage.Access.Sessions;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Access.Accounts;

/// <summary>
/// Slows down who tries again and again: so many attempts in a quarter of an hour for one e-mail address, and for one network
/// address. The attempt is written before it is judged, so that a hundred at once count as a hundred.
/// </summary>
public sealed class SignInThrottle(MaillageDb db, TimeProvider clock)
{
    public const int PerAccount = 6;

    /// <summary>A whole lycée shares one address.</summary>
    public const int PerAddress = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Counts an attempt.</summary>
    /// <param name="account">What names the account that is tried, whether it exists or not.</param>
    /// <param name="address">Network address of who tries, when known.</param>
    /// <param name="ct">Stops the counting.</param>
    /// <returns>False when there were too many: it is then not to be judged.</returns>
    public async Task<bool> TryAsync(string account, string? address, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var since = now - Window;
        await db.SignInAttempts.Where(row => row.At < since).ExecuteDeleteAsync(ct);
        (string Key, int Most)[] keys = address is null ? [(AccountKey(account), PerAccount)] : [(AccountKey(account), PerAccount), (AddressKey(address), PerAddress)];
        foreach (var (key, _) in keys)
        {
            db.SignInAttempts.Add(new SignInAttempt { Key = key, At = now });
        }

        await db.SaveChangesAsync(ct);
        foreach (var (key, most) in keys)
        {
            if (await db.SignInAttempts.CountAsync(row => row.Key == key && row.At >= since, ct) > most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forgets the attempts on an account whose owner has come in.</summary>
    public Task ForgetAsync(string account, CancellationToken ct)
    {
        var key = AccountKey(account);
        return db.SignInAttempts.Where(row => row.Key == key).ExecuteDeleteAsync(ct);
    }

    private static string AccountKey(string account) => Secret.DigestOf("account " + account);

    private static string AddressKey(string address) => Secret.DigestOf("address " + address);
}
