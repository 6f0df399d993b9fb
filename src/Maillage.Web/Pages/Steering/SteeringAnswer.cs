using Maillage.Shared;
using Maillage.Steering;
using Maillage.Web.Components;
using Maillage.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maillage.Web.Pages.Steering;

/// <summary>How the pages of the module answer what is sent to them.</summary>
internal static class SteeringAnswer
{
    public const string SaidName = "fait";

    /// <summary>Leads to a page that says what was done.</summary>
    public static RedirectResult Done(this PageModel page, string address, string what) =>
        new(page.Url.Content("~" + address) + QueryString.Create(SaidName, what));

    /// <summary>Has the page say what is wrong, once its content is read again.</summary>
    /// <param name="thing">Identifier of the thing of a list whose form was sent: its fields bear it.</param>
    public static void Refuse(this PageModel page, Problem problem, Texts texts, Guid? thing = null)
    {
        page.ModelState.Clear();
        page.ModelState.Add(thing is { } id && problem.Field is { } field ? problem with { Field = $"{field}-{id}" } : problem, texts);
        page.Response.StatusCode = problem == SteeringProblems.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
    }

    /// <summary>What is no identifier is that of nothing; what is empty is none.</summary>
    public static Guid? IdOf(string? typed) => string.IsNullOrEmpty(typed) ? null : Guid.TryParse(typed, out var id) ? id : Guid.Empty;
}
