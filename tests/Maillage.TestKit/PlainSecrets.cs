using System.Text;
using Maillage.Shared;

namespace Maillage.TestKit;

/// <summary>Secrets turned round rather than encrypted, where a test has no host and so no keys.</summary>
public sealed class PlainSecrets : ISecretKeeper
{
    public string Protect(string purpose, string secret) => Convert.ToHexString(Encoding.UTF8.GetBytes($"{purpose}\n{secret}"));

    public string? Unprotect(string purpose, string text)
    {
        var plain = Encoding.UTF8.GetString(Convert.FromHexString(text));
        return plain.StartsWith(purpose + "\n", StringComparison.Ordinal) ? plain[(purpose.Length + 1)..] : null;
    }
}
