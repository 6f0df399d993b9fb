using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Maillage.Web.Hosting.Access;

/// <summary>What one step of a sign-in leaves to the next: a few minutes, encrypted, in the browser that began.</summary>
public sealed class StepCookie(IDataProtectionProvider keys, TimeProvider clock)
{
    private static readonly TimeSpan LifeTime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = keys.CreateProtector("Maillage.Web.StepCookie");

    public void Keep(HttpContext http, string step, string value)
    {
        var until = clock.GetUtcNow() + LifeTime;
        http.Response.Cookies.Append(Name(step), _protector.CreateProtector(step).Protect($"{until.ToUnixTimeSeconds()} {value}"), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = LifeTime,
        });
    }

    public string? Read(HttpContext http, string step)
    {
        try
        {
            return http.Request.Cookies[Name(step)] is { } kept
                && _protector.CreateProtector(step).Unprotect(kept).Split(' ', 2) is [var until, var value]
                && long.TryParse(until, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
                ? value
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Reads it and takes it away: it serves once.</summary>
    public string? Take(HttpContext http, string step)
    {
        http.Response.Cookies.Delete(Name(step));
        return Read(http, step);
    }

    private static string Name(string step) => "maillage-" + step;
}
