using Maillage.Network.Campuses;
using Maillage.Shared;
using Maillage.Steering.Actions;

namespace Maillage.TestKit;

public sealed partial class TestData
{
    /// <summary>An axis, the first unless told otherwise.</summary>
    public static WorkAxis WorkAxis(Campus campus, string title, int position = 1) =>
        new() { CampusId = campus.CampusId, Position = position, Title = new LocalizedText(title), Provenance = Provenance };

    /// <summary>An action that is planned, that nobody leads.</summary>
    public static PlanAction PlanAction(WorkAxis axis, string title, DateOnly? endsOn = null) => new()
    {
        CampusId = axis.CampusId,
        WorkAxisId = axis.WorkAxisId,
        Title = new LocalizedText(title),
        EndsOn = endsOn,
        UpdatedAt = Clock().GetUtcNow().UtcDateTime,
    };
}
