namespace Maillage.Access.PersonalData;

/// <summary>Data about people that another module holds, once the retention table no longer lets it.</summary>
public interface IExpiredData
{
    DataKind Kind { get; }

    Task<int> CountAsync(CancellationToken ct);

    /// <returns>How many rows went.</returns>
    Task<int> DeleteAsync(CancellationToken ct);
}
