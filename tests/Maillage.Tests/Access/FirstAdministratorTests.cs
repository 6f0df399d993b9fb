using Maillage.Access;
using Maillage.Access.Invitations;
using Maillage.Access.Rights;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maillage.Tests.Access;

public sealed class FirstAdministratorTests : AccessData
{
    [Fact]
    public async Task Link_Followed_CreatesTheAccountAndItsRole()
    {
        var account = await AcceptAsync(await InviteAsync(), "admin@example.org");

        await using var db = NewContext();
        var role = await db.RoleAssignments.SingleAsync(Ct);
        Assert.Equal((account.Value, Role.Administrator, Scope.National), (role.AccountId, role.Role, role.Scope));
        Assert.Null(await WithAsync((InviteFirstAdministrator invite) => invite.ExecuteAsync(Ct)));
    }

    [Fact]
    public async Task Link_FollowedTwice_ServesOnce()
    {
        var secret = await InviteAsync();
        await AcceptAsync(secret, "admin@example.org");

        Assert.Equal(AccessProblems.LinkOver, (await AcceptAsync(secret, "intrus@example.org")).Problem);
    }

    [Fact]
    public async Task Link_FollowedTwiceAtOnce_CreatesOneAdministrator()
    {
        var secret = await InviteAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => AcceptAsync(secret, $"admin{number}@example.org"))));

        Assert.Single(results, result => !result.Failed);
        await using var db = NewContext();
        Assert.Single(await db.Accounts.ToListAsync(Ct));
    }

    [Fact]
    public async Task Link_OfAFormerStart_ServesNoMore()
    {
        var former = await InviteAsync();
        await InviteAsync();

        Assert.Equal(AccessProblems.LinkOver, (await AcceptAsync(former, "admin@example.org")).Problem);
    }

    [Fact]
    public async Task Link_AfterItsTime_ServesNoMore()
    {
        var secret = await InviteAsync();
        Clock.Advance(Invitation.LifeTime);

        Assert.Equal(AccessProblems.LinkOver, (await AcceptAsync(secret, "admin@example.org")).Problem);
    }

    [Theory]
    [InlineData("", "Camille Martin", "access.email.wrong")]
    [InlineData("admin@", "Camille Martin", "access.email.wrong")]
    [InlineData("admin@example.org", "  ", "access.name.missing")]
    public async Task Person_WithoutAddressOrName_IsAskedAgain(string email, string name, string problem)
    {
        var secret = await InviteAsync();

        Assert.Equal(problem, (await AcceptAsync(secret, email, name)).Problem?.Code);
        Assert.False((await AcceptAsync(secret, "admin@example.org")).Failed);
    }

    private async Task<string> InviteAsync() => (await WithAsync((InviteFirstAdministrator invite) => invite.ExecuteAsync(Ct)))!;

    private Task<Result<Guid>> AcceptAsync(string secret, string email, string name = "Camille Martin") =>
        WithAsync((AcceptInvitation accept) => accept.ExecuteAsync(Actor.Visitor(), new AcceptInvitation.Input(secret, email, name, "fr"), Ct));
}
