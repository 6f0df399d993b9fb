using System.Buffers;

namespace Maillage.Catalogue.Offers;

/// <summary>Numbers of the offers that a filter keeps, in memory lent for as long as they are read.</summary>
internal sealed class OfferMatches(int most) : IDisposable
{
    private readonly int[] _numbers = ArrayPool<int>.Shared.Rent(most);

    public int Count { get; private set; }

    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    public int this[int index] => Numbers[index];

    public void Add(int number) => _numbers[Count++] = number;

    public void Dispose() => ArrayPool<int>.Shared.Return(_numbers);
}
