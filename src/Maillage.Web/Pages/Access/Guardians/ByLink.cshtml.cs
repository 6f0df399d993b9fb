using Maillage.Access.Guardians;
using Maillage.Access.Links;
using Maillage.Access.Rights;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;

namespace Maillage.Web.Pages.Access.Guardians;

/// <summary>The page that the link of a guardian opens, without an account; it says what the link is.</summary>
public sealed class ByLinkModel(FollowActionLink follow, AnswerForLearner answer, Texts texts) : AgreementPage(answer, texts)
{
    public HeldLink? Held { get; private set; }

    protected override async Task<Actor?> ActorAsync(string? token, CancellationToken ct)
    {
        Held = await follow.ExecuteAsync(token, LinkPurpose.AnswerForLearner, HttpContext.Address(), ct);
        return Held?.Actor;
    }
}
