using Maillage.Catalogue.Register;
using Maillage.Shared;

namespace Maillage.Catalogue.Offers;

/// <summary>Words that must all occur in a qualification or the place where it is offered; each text is read once, when it is first asked about.</summary>
internal sealed class OfferWords
{
    // One bit each, and one that says that the text was read; so many words do not fit the longest text.
    private const int Most = 63;
    private const ulong Read = 1UL << Most;

    private readonly List<string> _words;
    private readonly ulong _all;
    private readonly NationalCatalogue _catalogue;
    private readonly ulong[] _inQualifications = [];
    private readonly ulong[] _inPlaces = [];

    public OfferWords(string? text, NationalCatalogue catalogue)
    {
        _words = FoldedText.Words(text).Distinct(StringComparer.Ordinal).Take(Most).ToList();
        _all = (1UL << _words.Count) - 1;
        _catalogue = catalogue;
        if (_words.Count > 0)
        {
            _inQualifications = new ulong[catalogue.Qualifications.Count];
            _inPlaces = new ulong[catalogue.Table.Places.Length];
        }
    }

    /// <param name="qualification">Number of the qualification.</param>
    /// <param name="place">Number of the place.</param>
    public bool Hold(int qualification, int place)
    {
        if (_words.Count == 0)
        {
            return true;
        }

        var inQualification = _inQualifications[qualification];
        if (inQualification == 0)
        {
            _inQualifications[qualification] = inQualification = WordsIn(_catalogue.Qualifications[qualification].FoldedSearch);
        }

        if ((inQualification & _all) == _all)
        {
            return true;
        }

        var inPlace = _inPlaces[place];
        if (inPlace == 0)
        {
            _inPlaces[place] = inPlace = WordsIn(_catalogue.Table.FoldedPlaces[place]);
        }

        return ((inQualification | inPlace) & _all) == _all;
    }

    private ulong WordsIn(string text)
    {
        var found = Read;
        for (var word = 0; word < _words.Count; word++)
        {
            if (text.Contains(_words[word], StringComparison.Ordinal))
            {
                found |= 1UL << word;
            }
        }

        return found;
    }
}
