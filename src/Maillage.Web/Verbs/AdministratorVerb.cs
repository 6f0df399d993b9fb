using Maillage.Access.Invitations;
using Maillage.Shared;
using Maillage.Web.Hosting;
using Maillage.Web.Pages.Access;

namespace Maillage.Web.Verbs;

/// <summary>
/// Prints a link that makes an administrator, for who has the machine in hand: the day when the only one has lost every key.
/// </summary>
public sealed class AdministratorVerb : IVerb
{
    public string Name => "administrator";

    public async Task<Result> RunAsync(VerbContext context, CancellationToken ct)
    {
        var hosted = await PreparedState.HostAsync(context, ct);
        if (hosted.Failed)
        {
            return hosted.Problem;
        }

        await using var app = hosted.Value;
        await using var scope = app.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<InviteFirstAdministrator>().AgainAsync(ct);
        context.Say("verbs.administrator.link", app.Services.GetRequiredService<SiteAddress>().Of(Language.French, InvitationModel.Address + QueryString.Create(InvitationModel.TokenName, secret)));
        return Result.Ok;
    }
}
