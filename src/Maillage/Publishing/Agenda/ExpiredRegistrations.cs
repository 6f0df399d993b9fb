using Maillage.Access.PersonalData;
using Maillage.Data;
using Maillage.Shared;
using Microsoft.EntityFrameworkCore;

namespace Maillage.Publishing.Agenda;

/// <summary>Registrations for events that are long over.</summary>
public sealed class ExpiredRegistrations(MaillageDb db, TimeProvider clock) : IExpiredData
{
    public DataKind Kind => DataKind.EventRegistrations;

    public Task<int> CountAsync(CancellationToken ct) => Expired().CountAsync(ct);

    public Task<int> DeleteAsync(CancellationToken ct) => Expired().ExecuteDeleteAsync(ct);

    private IQueryable<EventRegistration> Expired()
    {
        var before = clock.UtcNow().AddDays(-RetentionRule.Of(Kind).Days);
        var over = db.AgendaEvents.Where(row => row.EndsAt < before);
        return db.EventRegistrations.Where(row => over.Any(item => item.AgendaEventId == row.AgendaEventId));
    }
}
