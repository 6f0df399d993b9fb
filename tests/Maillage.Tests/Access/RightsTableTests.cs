using Maillage.Access.Rights;
using Maillage.Shared;
using Maillage.TestKit;
using Xunit;

namespace Maillage.Tests.Access;

/// <summary>The table of rights beside a copy that people read: a change of rights is seen in both.</summary>
public sealed class RightsTableTests
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Maillage.Tests", "Access", "rights.txt");

    [Fact]
    public void Table_OfRights_IsThatOfTheFileBeside()
    {
        var lines = Enum.GetValues<Role>().Select(role =>
            $"{role.ToCode()} within {Listed(PermissionTable.ScopesOf(role))}{(PermissionTable.NeedsStrongSignIn(role) ? ", strong sign-in" : "")}\n"
            + $"  may: {Listed(PermissionTable.Of(role))}\n"
            + $"  gives: {Listed(PermissionTable.GivenBy(role))}\n");

        Assert.Equal(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), string.Concat(lines));
    }

    private static string Listed<T>(IEnumerable<T> values) where T : struct, Enum =>
        string.Join(", ", values.Select(value => value.ToCode())) is { Length: > 0 } text ? text : "nothing";
}
