using System.Text;
using Maillage.Access.Accounts;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Maillage.Web.Hosting.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Maillage.Web.Pages.Access;

/// <summary>Where a person ties a telephone to their account, and is then given recovery codes.</summary>
[SignedIn]
public sealed class PhoneModel(SetUpCodes setUp, StepCookie steps, Texts texts) : PageModel
{
    public const string Address = "/espace/compte/telephone";
    private const string Step = "telephone";

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string>? Fresh { get; private set; }

    private string Key { get; set; } = "";

    public string KeyInGroups => string.Join(' ', Key.Chunk(4).Select(group => new string(group)));

    /// <summary>The key as a picture (SVG, base 64).</summary>
    public string Picture => Convert.ToBase64String(Encoding.UTF8.GetBytes(SvgQRCodeHelper.GetQRCode(
        OneTimeCodes.AddressOf(Key, HttpContext.RequiredSession().Account.Email!), 4, "#000000", "#ffffff", QRCodeGenerator.ECCLevel.M)));

    public void OnGet() => Offer(OneTimeCodes.NewKey());

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, CancellationToken ct)
    {
        if (steps.Read(HttpContext, Step) is not { } key)
        {
            return Redirect(Url.Content("~" + Address));
        }

        var result = await setUp.ExecuteAsync(HttpContext.RequiredSession(), key, code, ct);
        if (result.Failed)
        {
            ModelState.Add(result.Problem, texts);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Offer(key);
            return Page();
        }

        steps.Take(HttpContext, Step);
        Fresh = result.Value;
        return Page();
    }

    private void Offer(string key)
    {
        Key = key;
        steps.Keep(HttpContext, Step, key);
    }
}
