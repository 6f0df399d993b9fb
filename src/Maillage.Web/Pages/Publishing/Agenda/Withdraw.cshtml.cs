using Maillage.Publishing.Agenda;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Publishing.Agenda;

/// <summary>Where the holder of the link of a registration sees it, and withdraws it.</summary>
[PrivatePage]
public sealed class WithdrawModel(RegisterForEvent register) : PageModel
{
    public string? Token { get; private set; }

    public EventRegistration? Registration { get; private set; }

    public AgendaEvent Event { get; private set; } = null!;

    public Task OnGetAsync([FromQuery(Name = "jeton")] string? token, CancellationToken ct) => ShowAsync(token, ct);

    public async Task OnPostAsync([FromForm(Name = "jeton")] string? token, CancellationToken ct)
    {
        if (await register.FindAsync(token, ct) is not null)
        {
            await register.WithdrawAsync(HttpContext.Actor(), token, ct);
        }

        await ShowAsync(token, ct);
    }

    private async Task ShowAsync(string? token, CancellationToken ct)
    {
        Token = token;
        if (await register.FindAsync(token, ct) is not { } found)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        (Registration, Event) = found;
    }
}
