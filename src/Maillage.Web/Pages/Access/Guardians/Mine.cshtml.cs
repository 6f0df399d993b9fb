using Maillage.Access.Guardians;
using Maillage.Access.Rights;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;

namespace Maillage.Web.Pages.Access.Guardians;

/// <summary>The learners for whom a guardian answers, from the guardian's own account.</summary>
[Needs(Permission.AnswerForLearner)]
public sealed class MineModel(AnswerForLearner answer, Texts texts) : AgreementPage(answer, texts)
{
    public const string Address = "/espace/mineurs";

    protected override Task<Actor?> ActorAsync(string? token, CancellationToken ct) => Task.FromResult<Actor?>(HttpContext.Actor());
}
