using Maillage.Shared;

namespace Maillage.Steering.Funding;

/// <summary>What prevents money from being written.</summary>
public static class FundingProblems
{
    public static readonly Problem TooMany = new("steering.funding.too_many");

    public static readonly Problem ActionUnknown = new("steering.funding.action_unknown");

    /// <summary>Money was spent or received on it.</summary>
    public static readonly Problem HasMoved = new("steering.funding.has_moved");

    public static Problem TextWrong(string field, int length) => new("steering.funding.text_wrong", Grant.NameMaxLength, length) { Field = field };

    public static Problem TextTooLong(string field, int most, int length) => new("steering.too_long", most, length) { Field = field };

    public static Problem AmountWrong(string field, string? typed) => new("steering.funding.amount_wrong", TypedText.Quoted(typed)) { Field = field };
}
