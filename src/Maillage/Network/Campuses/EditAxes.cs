using Maillage.Access.Rights;
using Maillage.Data;
using Maillage.Data.Audit;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Network.Campuses;

/// <summary>An axis as its team changes it, and the version that was read.</summary>
public sealed record EditedAxis(WorkAxis Axis, int Version);

/// <summary>Adds, words, orders and removes the axes along which a campus works.</summary>
public sealed class EditAxes(MaillageDb db, OpenCampus open, TimeProvider clock)
{
    public const int MostAxes = 20;

    /// <param name="TitleFr">In French.</param>
    /// <param name="TitleEn">In English, where it was translated.</param>
    /// <param name="Description">What it holds, in French.</param>
    public sealed record Input(string? TitleFr, string? TitleEn, string? Description);

    /// <summary>The axes of a campus, in their order.</summary>
    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<IReadOnlyList<EditedAxis>> ReadAsync(Actor actor, Guid campusId, CancellationToken ct)
    {
        await open.ForTeamAsync(actor, campusId, ct);
        return [.. (await InOrderAsync(campusId, ct)).Select(axis => new EditedAxis(axis, VersionOf(axis)))];
    }

    /// <exception cref="NotFound">No such campus, or not one that the actor may change.</exception>
    public async Task<Result> AddAsync(Actor actor, Guid campusId, Input input, CancellationToken ct)
    {
        var opened = await open.ForTeamAsync(actor, campusId, ct);
        if (Wrong(input) is { } wrong)
        {
            return wrong;
        }

        var axes = await InOrderAsync(campusId, ct);
        if (axes.Count >= MostAxes)
        {
            return AxisProblems.TooMany;
        }

        var axis = new WorkAxis
        {
            CampusId = campusId,
            Position = axes.Count == 0 ? 1 : axes[^1].Position + 1,
            Title = TitleOf(input),
            // The campus itself says so.
            Provenance = new Provenance(opened.Campus.Name, PartialDate.Day(clock.Today()), Confidence.A),
        };
        axis.Description = DescriptionOf(input, null);
        db.Add(axis);
        await db.SaveChangesAsync(actor.Doing(NetworkActs.AxisAdded), clock, ct);
        return Result.Ok;
    }

    /// <exception cref="NotFound">No such axis, or not one of a campus that the actor may change.</exception>
    public async Task<Result> ChangeAsync(Actor actor, Guid axisId, Input input, int version, CancellationToken ct)
    {
        var axis = await FindAsync(actor, axisId, ct);
        if (Wrong(input) is { } wrong)
        {
            return wrong;
        }

        if (version != VersionOf(axis))
        {
            return AxisProblems.ChangedMeanwhile;
        }

        (axis.Title, axis.Description) = (TitleOf(input), DescriptionOf(input, axis.Description));
        return await SaveAsync(actor, NetworkActs.AxisChanged, AxisProblems.ChangedMeanwhile, ct);
    }

    /// <summary>Moves an axis one place towards the first, or towards the last.</summary>
    /// <exception cref="NotFound">No such axis, or not one of a campus that the actor may change.</exception>
    public async Task<Result> MoveAsync(Actor actor, Guid axisId, bool isUp, CancellationToken ct)
    {
        var moved = await FindAsync(actor, axisId, ct);
        var axes = await InOrderAsync(moved.CampusId, ct);
        var from = axes.IndexOf(moved);
        var to = Math.Clamp(from + (isUp ? -1 : 1), 0, axes.Count - 1);
        (axes[from], axes[to]) = (axes[to], axes[from]);
        foreach (var (axis, index) in axes.Select((axis, index) => (axis, index)))
        {
            axis.Position = index + 1;
        }

        return await SaveAsync(actor, NetworkActs.AxesOrdered, AxisProblems.ChangedMeanwhile, ct);
    }

    /// <summary>Removes an axis under which nothing stands.</summary>
    /// <exception cref="NotFound">No such axis, or not one of a campus that the actor may change.</exception>
    public async Task<Result> RemoveAsync(Actor actor, Guid axisId, CancellationToken ct)
    {
        db.Remove(await FindAsync(actor, axisId, ct));
        return await SaveAsync(actor, NetworkActs.AxisRemoved, AxisProblems.StillUsed, ct);
    }

    /// <summary>What stands under an axis is of other modules: the database knows whether something does.</summary>
    private async Task<Result> SaveAsync(Actor actor, string act, Problem refused, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(actor.Doing(act), clock, ct);
            return Result.Ok;
        }
        catch (DbUpdateException exception)
        {
            db.ChangeTracker.Clear();
            return exception is DbUpdateConcurrencyException ? AxisProblems.ChangedMeanwhile : refused;
        }
    }

    private async Task<WorkAxis> FindAsync(Actor actor, Guid axisId, CancellationToken ct)
    {
        var axis = await db.WorkAxes.SingleOrDefaultAsync(row => row.WorkAxisId == axisId, ct) ?? throw new NotFound("The axis");
        await open.ForTeamAsync(actor, axis.CampusId, ct);
        return axis;
    }

    private Task<List<WorkAxis>> InOrderAsync(Guid campusId, CancellationToken ct) =>
        db.WorkAxes.Where(row => row.CampusId == campusId).OrderBy(row => row.Position).ThenBy(row => row.WorkAxisId).ToListAsync(ct);

    private int VersionOf(WorkAxis axis) => db.Entry(axis).Property<int>(TableConventions.Version).CurrentValue;

    private static LocalizedText TitleOf(Input input) => new(TypedText.OneLine(input.TitleFr), TypedText.OneLine(input.TitleEn).OrNone());

    /// <summary>A translation that a source gave stays as long as the French does.</summary>
    private static LocalizedText? DescriptionOf(Input input, LocalizedText? present)
    {
        var text = TypedText.Lines(input.Description);
        return text.Length == 0 ? null : text == present?.Fr ? present : new LocalizedText(text);
    }

    private static Problem? Wrong(Input input) =>
        TypedText.OneLine(input.TitleFr).Length is 0 or > WorkAxis.TitleMaxLength ? AxisProblems.TitleMissing
        : TypedText.OneLine(input.TitleEn).Length > WorkAxis.TitleMaxLength ? AxisProblems.TranslationTooLong
        : TypedText.Lines(input.Description).Length > WorkAxis.DescriptionMaxLength ? AxisProblems.DescriptionTooLong
        : null;
}
