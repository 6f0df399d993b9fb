using Maillage.Access.Rights;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Bodies;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Maillage.Web.Pages.Network.Workspace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering.Bodies;

/// <summary>What the form of a body holds, as typed.</summary>
public sealed record BodyForm(string? Kind, string? Name, string? Purpose, bool IsForMembers, int Version)
{
    public EditBody.Input Input => new(EnumCode.TryParse<BodyKind>(Kind, out var kind) ? kind : null, Name, Purpose, IsForMembers);

    public static IEnumerable<(string Code, string Name)> Kinds(Texts texts) => Enum.GetValues<BodyKind>().Select(kind => (kind.ToCode(), texts.Of("steering.body_kind", kind)));
}

/// <summary>The bodies of a campus: for its team all of them, for its members those that are open to them.</summary>
[Needs(Permission.ReadCampus)]
public sealed class IndexModel(ReadBodies bodies, EditBody edit, OpenCampus open, Texts texts) : PageModel
{
    public OpenedCampus Opened { get; private set; } = null!;

    public IReadOnlyList<(SteeringBody Body, DateTime? LastMeeting)> Bodies { get; private set; } = [];

    public BodyForm Typed { get; private set; } = new(null, null, null, false, 0);

    public bool WasRemoved { get; private set; }

    public IEnumerable<(string Code, string Name)> Kinds => BodyForm.Kinds(texts);

    public static string AddressOf(Guid campusId) => CampusSections.AddressOf(campusId, CampusSections.Steering);

    public async Task OnGetAsync([FromRoute] Guid id, [FromQuery(Name = SteeringAnswer.SaidName)] string? said, CancellationToken ct)
    {
        WasRemoved = said == "removed";
        await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm] BodyForm typed, CancellationToken ct)
    {
        var result = await edit.AddAsync(HttpContext.Actor(), id, typed.Input, ct);
        if (!result.Failed)
        {
            return this.Done(BodyModel.AddressOf(result.Value), "saved");
        }

        this.Refuse(result.Problem, texts);
        Typed = typed;
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(Guid id, CancellationToken ct)
    {
        Opened = await open.ForMembersAsync(HttpContext.Actor(), id, ct);
        Bodies = await bodies.OfCampusAsync(Opened, ct);
    }
}
