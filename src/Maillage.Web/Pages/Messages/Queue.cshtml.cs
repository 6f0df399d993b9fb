using Maillage.Access.Rights;
using Maillage.Messages;
using Maillage.Messages.Delivery;
using Maillage.Shared;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Maillage.Web.Pages.Messages;

/// <summary>What the platform sends, and what could not be sent.</summary>
[Needs(Permission.FollowMessages)]
public sealed class QueueModel(MessageQueue queue, IOptions<MailSettings> mail, Texts texts) : PageModel
{
    public const string Address = "/espace/courriels";

    public bool IsServerSet => mail.Value.IsSet;

    public IReadOnlyDictionary<MessageState, int> Counts { get; private set; } = new Dictionary<MessageState, int>();

    public IReadOnlyList<OutgoingMessage> Messages { get; private set; } = [];

    public MessageState? State { get; private set; }

    public int Number { get; private set; } = 1;

    public int Total => State is { } state ? Counts[state] : Counts.Values.Sum();

    public async Task OnGetAsync([FromQuery] string? state, [FromQuery] string? page, CancellationToken ct)
    {
        State = EnumCode.TryParse<MessageState>(state, out var asked) ? asked : null;
        Counts = await queue.CountAsync(ct);
        var last = Math.Max(1, (Total + MessageQueue.PageSize - 1) / MessageQueue.PageSize);
        Number = int.TryParse(page, out var number) ? Math.Clamp(number, 1, last) : 1;
        Messages = await queue.ReadAsync(State, Number, ct);
    }

    public async Task<IActionResult> OnPostAgainAsync([FromForm] Guid id, CancellationToken ct) =>
        await AnswerAsync(await queue.SendAgainAsync(HttpContext.Actor().Author, id, ct), ct);

    public async Task<IActionResult> OnPostCancelAsync([FromForm] Guid id, CancellationToken ct) =>
        await AnswerAsync(await queue.CancelAsync(HttpContext.Actor().Author, id, ct), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (!result.Failed)
        {
            return Redirect(Url.Content("~" + Address));
        }

        ModelState.Add(result.Problem, texts);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await OnGetAsync(null, null, ct);
        return Page();
    }
}
