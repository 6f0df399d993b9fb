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

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filters = new AddressFilters(Request.Query, ModelState, texts);
        State = filters.OneOf<MessageState>("state", texts["messages.queue.state"]);
        Counts = await queue.CountAsync(ct);
        Number = filters.PageWithin(Total, MessageQueue.PageSize);
        Messages = await queue.ReadAsync(State, Number, ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
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
        await OnGetAsync(ct);
        return Page();
    }
}
