using System.Globalization;
using Maillage.Network.Campuses;
using Maillage.Steering.Actions;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Steering.Actions;

/// <summary>What the form of an action holds, as typed.</summary>
public sealed record ActionForm(
    string? Axis, string? Title, string? TitleEn, string? Description, string? Lead, string? LeadName, string? Organisation, string? StartsOn, string? EndsOn, bool IsPublic, int Version)
{
    public static ActionForm Empty(Guid? axisId) => new(axisId?.ToString(), null, null, null, null, null, null, null, null, false, 0);

    public static ActionForm Of(OpenedAction opened) => Of(opened.Action) with { Version = opened.Version };

    public PlanAnAction.Input Input => new(
        SteeringAnswer.IdOf(Axis), Title, TitleEn, Description, SteeringAnswer.IdOf(Lead), LeadName, SteeringAnswer.IdOf(Organisation), StartsOn, EndsOn, IsPublic);

    private static ActionForm Of(PlanAction action) => new(
        action.WorkAxisId.ToString(), action.Title.Fr, action.Title.En, action.Description, action.LeadAccountId?.ToString(), action.LeadName, action.LeadOrganisationId?.ToString(),
        action.StartsOn?.ToString("O", CultureInfo.InvariantCulture), action.EndsOn?.ToString("O", CultureInfo.InvariantCulture), action.IsPublic, 0);
}

/// <summary>The form, and what it offers to choose from.</summary>
public sealed record ActionFormView(
    ActionForm Form, OpenedCampus Opened, IReadOnlyList<(Guid AccountId, string Name)> People, IReadOnlyList<(Guid OrganisationId, string Name)> Organisations, string Submit)
{
    /// <summary>The action as it is now, when it moved since the form was read.</summary>
    public ActionForm? Meanwhile { get; init; }

    public IEnumerable<(string Code, string Name)> Axes => Opened.Campus.WorkAxes.Select(axis => (axis.WorkAxisId.ToString(), axis.Title.In(Language.Current)));

    public IEnumerable<(string Code, string Name)> Leads => People.Select(person => (person.AccountId.ToString(), person.Name));

    public IEnumerable<(string Code, string Name)> LeadOrganisations => Organisations.Select(organisation => (organisation.OrganisationId.ToString(), organisation.Name));

    /// <summary>Texts of the rubrics that someone else has changed meanwhile, and what they say now.</summary>
    public IEnumerable<(string Label, string? Now)> Changes => Meanwhile is not { } now ? [] :
        new[]
        {
            ("steering.actions.axis", NameOf(Axes, now.Axis), NameOf(Axes, Form.Axis)), ("steering.actions.title_fr", now.Title, Form.Title),
            ("steering.actions.title_en", now.TitleEn, Form.TitleEn), ("steering.actions.description", now.Description, Form.Description),
            ("steering.actions.lead_person", NameOf(Leads, now.Lead), NameOf(Leads, Form.Lead)), ("steering.actions.lead_name", now.LeadName, Form.LeadName),
            ("steering.actions.lead_organisation", NameOf(LeadOrganisations, now.Organisation), NameOf(LeadOrganisations, Form.Organisation)),
            ("steering.actions.starts_on", now.StartsOn, Form.StartsOn), ("steering.actions.ends_on", now.EndsOn, Form.EndsOn),
        }.Where(rubric => (rubric.Item2 ?? "") != (rubric.Item3 ?? "")).Select(rubric => (rubric.Item1, rubric.Item2));

    private static string? NameOf(IEnumerable<(string Code, string Name)> offered, string? code) => offered.FirstOrDefault(one => one.Code == code).Name;
}
