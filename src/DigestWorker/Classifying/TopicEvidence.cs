namespace DigestWorker.Classifying;

/// <summary>The phrases of one topic that were found in an entry, by place, and what they weigh together.</summary>
internal sealed class TopicEvidence
{
    private const int ShownReasons = 3;
    private const double MostOfOnePassage = 5;
    private const double SourceHint = 2;
    private const double Naming = 3;
    private const double OfTheField = 4;

    private readonly Dictionary<Place, double> _weights = [];
    private readonly Dictionary<(string Phrase, Place Place), double> _phrases = [];
    private bool _hinted;
    private bool _isOfTheField;
    private double _strongest;

    public double Score => _weights.Sum(place => Places.Weight(place.Key) * Math.Min(place.Value, Places.Most(place.Key))) + (_hinted ? SourceHint : 0);

    /// <summary>Hints alone, however many, do not name a topic.</summary>
    public bool IsNamed => _strongest >= Naming;

    /// <summary>True where it rests on words that people use of all sorts of things, and the source is not about it.</summary>
    public bool IsEveryday => !_hinted && !_isOfTheField;

    public IReadOnlyList<string> Because =>
    [
        .. _phrases.OrderByDescending(found => found.Value).ThenBy(found => found.Key.Place)
            .DistinctBy(found => found.Key.Phrase).Take(ShownReasons)
            .Select(found => $"\"{found.Key.Phrase}\" {Places.Words(found.Key.Place)}"),
        .. _hinted ? ["the source is about it"] : Array.Empty<string>(),
    ];

    public void Add(Place place, IReadOnlyCollection<(string Phrase, double Weight)> found)
    {
        var most = place is Place.Title or Place.Summary ? double.MaxValue : MostOfOnePassage;
        _weights[place] = _weights.GetValueOrDefault(place) + Math.Min(most, found.Sum(phrase => phrase.Weight));
        foreach (var (phrase, weight) in found)
        {
            _strongest = Math.Max(_strongest, weight);
            // What is written with a capital is found as a name only: "Prevent".
            _isOfTheField |= weight >= OfTheField || (weight >= Naming && phrase.Any(char.IsUpper));
            _phrases[(phrase, place)] = Places.Weight(place) * weight;
        }
    }

    public void AddSourceHint() => _hinted = true;
}
