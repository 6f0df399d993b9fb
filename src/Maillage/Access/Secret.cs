using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Maillage.Access;

/// <summary>The secret of a link or a key: 256 bits by chance, given once; only its digest is kept.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>Characters of a digest.</summary>
    public const int DigestLength = 64;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
