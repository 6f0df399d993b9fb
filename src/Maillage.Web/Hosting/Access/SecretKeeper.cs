using System.Security.Cryptography;
using Maillage.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Maillage.Web.Hosting.Access;

/// <summary>Secrets encrypted with the keys of the state folder.</summary>
public sealed class SecretKeeper(IDataProtectionProvider keys) : ISecretKeeper
{
    public string Protect(string purpose, string secret) => keys.CreateProtector(purpose).Protect(secret);

    public string? Unprotect(string purpose, string text)
    {
        try
        {
            return keys.CreateProtector(purpose).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
