using Maillage.Shared;
using Maillage.Steering.Actions;
using Maillage.Steering.Attachments;

namespace Maillage.Steering;

/// <summary>Every expected failure of the module.</summary>
public static class SteeringProblems
{
    /// <summary>Someone else has saved it since it was read.</summary>
    public static readonly Problem ChangedMeanwhile = new("steering.changed_meanwhile");

    public static readonly Problem AxisMissing = new("steering.action.axis_missing") { Field = "axis" };

    public static readonly Problem LeadUnknown = new("steering.action.lead_unknown") { Field = "lead" };

    /// <summary>A person is chosen from the list, and another one typed.</summary>
    public static readonly Problem TwoLeads = new("steering.action.two_leads") { Field = "leadName" };

    public static readonly Problem OrganisationUnknown = new("steering.action.organisation_unknown") { Field = "organisation" };

    public static readonly Problem TooManyActions = new("steering.action.too_many", PlanAction.MostOfACampus);

    public static readonly Problem TooManyPartners = new("steering.action.too_many_partners", PlanAction.MostPartners) { Field = "organisation" };

    public static readonly Problem TooManyIndicators = new("steering.action.too_many_indicators", PlanAction.MostIndicators);

    public static readonly Problem TooMuchEvidence = new("steering.action.too_much_evidence", PlanAction.MostEvidence);

    public static readonly Problem EvidenceMissing = new("steering.action.evidence_missing") { Field = "address" };

    public static readonly Problem ReasonMissing = new("steering.action.reason_missing", PlanAction.ReasonMaxLength) { Field = "reason" };

    /// <summary>The campus keeps as many bytes of files as it may.</summary>
    public static readonly Problem NoRoom = new("steering.file.no_room", AttachFile.MostBytes / (1024 * 1024)) { Field = "file" };

    /// <summary>From that state, that does not happen.</summary>
    public static readonly Problem NoSuchDecisionMove = new("steering.decision.no_such_move");

    public static Problem TitleWrong(int length) => new("steering.title_wrong", PlanAction.TitleMaxLength, length) { Field = "title" };

    public static Problem TranslationTooLong(int length) => new("steering.translation_too_long", PlanAction.TitleMaxLength, length) { Field = "titleEn" };

    public static Problem DescriptionTooLong(int length) => new("steering.description_too_long", PlanAction.DescriptionMaxLength, length) { Field = "description" };

    public static Problem LeadNameTooLong(int length) => new("steering.action.lead_name_too_long", PlanAction.NameMaxLength, length) { Field = "leadName" };

    public static Problem DayWrong(string field, string? typed) => new("steering.day_wrong", TypedText.Quoted(typed)) { Field = field };

    public static readonly Problem EndsBeforeItStarts = new("steering.ends_before_it_starts") { Field = "endsOn" };

    public static Problem AddressWrong(string typed) => new("steering.action.address_wrong", TypedText.Quoted(typed)) { Field = "address" };

    public static Problem IndicatorNameWrong(int length) => new("steering.action.indicator_name_wrong", ActionIndicator.NameMaxLength, length) { Field = "name" };

    public static Problem UnitTooLong(int length) => new("steering.action.unit_too_long", ActionIndicator.UnitMaxLength, length) { Field = "unit" };

    public static Problem NumberWrong(string field, string? typed) => new("steering.number_wrong", TypedText.Quoted(typed)) { Field = field };

    /// <summary>From that state, that does not happen.</summary>
    public static readonly Problem NoSuchMove = new("steering.action.no_such_move");
}
