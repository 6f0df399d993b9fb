using Maillage.Steering.Funding;
using Maillage.Web.Api;
using Maillage.Web.Hosting;

namespace Maillage.Web.Pages.Steering.Funding;

/// <summary>An expense on one line of a table, in the words of who takes it away; amounts are numbers.</summary>
internal static class ExpenseExport
{
    public static IReadOnlyList<ExportColumn<ListedExpense>> Columns(Texts texts)
    {
        var (yes, no) = (texts["steering.yes"], texts["steering.no"]);
        return
        [
            new(texts["steering.funding.funder"], row => row.Funder),
            new(texts["steering.funding.grant"], row => row.Grant),
            new(texts["steering.funding.paid_on"], row => row.PaidOn),
            new(texts["steering.funding.label"], row => row.Label),
            new(texts["steering.funding.amount"], row => row.Amount.Euros),
            new(texts["steering.funding.eligible"], row => row.IsEligible ? yes : no),
            new(texts["steering.decisions.action"], row => row.Action),
        ];
    }
}
