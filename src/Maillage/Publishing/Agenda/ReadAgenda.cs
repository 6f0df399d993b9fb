using Maillage.Data;
using Maillage.Network.Campuses;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Agenda;

/// <summary>The agenda of campuses: what everyone reads, and for a team its drafts and those who registered.</summary>
public sealed class ReadAgenda(MaillageDb db, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Events of a feed: the coming ones, and those of the year before.</summary>
    public const int MostOfFeed = 1_000;

    /// <summary>Registrations of one event that are listed.</summary>
    public const int MostRegistrations = 20_000;

    /// <summary>What is to come, cancelled events included, the next first.</summary>
    public async Task<IReadOnlyList<AgendaEvent>> ToComeAsync(Guid campusId, int most, CancellationToken ct)
    {
        // From the first instant of the day: an answer is kept for a day.
        var from = ParisClock.StartOf(clock.Today());
        return await Public(campusId).Where(row => row.EndsAt > from).OrderBy(row => row.StartsAt).ThenBy(row => row.AgendaEventId).Take(most).ToListAsync(ct);
    }

    /// <summary>A page of what is to come, or of what is over, the latest first.</summary>
    public async Task<(IReadOnlyList<AgendaEvent> Events, int Total)> PageAsync(Guid campusId, bool past, EventKind? kind, int page, CancellationToken ct)
    {
        var from = ParisClock.StartOf(clock.Today());
        var events = Public(campusId).Where(row => past ? row.EndsAt <= from : row.EndsAt > from).Where(row => kind == null || row.Kind == kind);
        var ordered = past ? events.OrderByDescending(row => row.StartsAt) : events.OrderBy(row => row.StartsAt);
        return (await ordered.ThenBy(row => row.AgendaEventId).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct), await events.CountAsync(ct));
    }

    /// <summary>What calendars follow.</summary>
    public async Task<IReadOnlyList<AgendaEvent>> FeedAsync(Guid campusId, CancellationToken ct)
    {
        var from = ParisClock.StartOf(clock.Today().AddYears(-1));
        return await Public(campusId).Where(row => row.EndsAt > from).OrderBy(row => row.StartsAt).ThenBy(row => row.AgendaEventId).Take(MostOfFeed).ToListAsync(ct);
    }

    public Task<AgendaEvent?> FindAsync(Guid campusId, string slug, CancellationToken ct) => Public(campusId).SingleOrDefaultAsync(row => row.Slug == slug, ct);

    /// <summary>Every event of a campus for its team, the latest first.</summary>
    public async Task<IReadOnlyList<AgendaEvent>> OfTeamAsync(OpenedCampus opened, int page, CancellationToken ct)
    {
        var id = opened.Campus.CampusId;
        return await db.AgendaEvents.AsNoTracking().Where(row => row.CampusId == id).OrderByDescending(row => row.StartsAt).ThenBy(row => row.AgendaEventId)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }

    public Task<int> CountAsync(OpenedCampus opened, CancellationToken ct)
    {
        var id = opened.Campus.CampusId;
        return db.AgendaEvents.CountAsync(row => row.CampusId == id, ct);
    }

    /// <summary>Who registered, in the order of their arrival; those who withdrew left out.</summary>
    public async Task<IReadOnlyList<EventRegistration>> RegistrationsAsync(AgendaEvent of, CancellationToken ct)
    {
        var id = of.AgendaEventId;
        return await db.EventRegistrations.AsNoTracking().Where(row => row.AgendaEventId == id && row.State != RegistrationState.Withdrawn)
            .OrderBy(row => row.Number).Take(MostRegistrations).ToListAsync(ct);
    }

    private IQueryable<AgendaEvent> Public(Guid campusId) => db.AgendaEvents.AsNoTracking().Where(row => row.CampusId == campusId && row.State != EventState.Draft);
}
