using System.Text.Json;
using System.Text.Json.Serialization;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>
/// What models cost: <c>prices.json</c> of this assembly, or the file that <c>Cost__Prices</c> names. A model that is not in it counts as
/// the dearest of all.
/// </summary>
internal sealed class PriceList
{
    private const string Cure = "Look at src/Agent.Host/Costs/prices.json for its form, or unset Cost__Prices.";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Sheet _sheet;

    public PriceList(IConfiguration configuration)
    {
        var place = configuration["Cost:Prices"];
        _sheet = Read(place is { Length: > 0 } ? place : null);
    }

    /// <summary>The day on which the prices were looked up.</summary>
    public DateOnly Date => _sheet.Date;

    /// <summary>The page that they are from.</summary>
    public string Source => _sheet.Source;

    /// <summary>How much of each currency a US dollar is.</summary>
    public IReadOnlyDictionary<string, decimal> PerUsd => _sheet.Currencies.PerUsd;

    /// <summary>Whether the list knows a model by its exact name.</summary>
    public bool Knows(string model) => _sheet.Models.ContainsKey(NameOf(model));

    /// <summary>What a model costs on a day.</summary>
    public Rate Of(string model, DateOnly day) =>
        _sheet.Models.TryGetValue(NameOf(model), out var rates) ? On(rates, day) : _sheet.Models.Values.Select(all => On(all, day)).Aggregate(Rate.Dearer);

    private static string NameOf(string model) => model.StartsWith("models/", StringComparison.Ordinal) ? model["models/".Length..] : model;

    private static Rate On(List<Rate> rates, DateOnly day) => rates.Last(rate => rate.From is not { } from || from <= day);

    private static Sheet Read(string? file)
    {
        var name = file ?? "prices.json";
        try
        {
            using var stream = file is null ? typeof(PriceList).Assembly.GetManifestResourceStream(name)! : File.OpenRead(file);
            var sheet = JsonSerializer.Deserialize<Sheet>(stream, Form) ?? throw new JsonException("It is empty.");
            Check(sheet);
            return sheet;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The prices of models cannot be read from {name}: {fault.Message} {Cure}", fault);
        }
    }

    private static void Check(Sheet sheet)
    {
        var faults = new List<string>();
        foreach (var (model, rates) in sheet.Models)
        {
            var days = rates.ConvertAll(rate => rate.From ?? DateOnly.MinValue);
            if (days is not [{ } first, ..] || first != DateOnly.MinValue || days.Distinct().Count() != days.Count || !days.SequenceEqual(days.Order()))
            {
                faults.Add($"{model} needs one price without 'from', then those with it in order.");
            }

            if (rates.SelectMany(rate => rate.Prices).Any(price => price is < 0 or > 10_000))
            {
                faults.Add($"{model} has a price below 0 or above 10000 dollars.");
            }
        }

        if (sheet.Models.Count == 0)
        {
            faults.Add("It names no model.");
        }

        if (sheet.Currencies.PerUsd.Count == 0 || sheet.Currencies.PerUsd.Values.Any(rate => rate <= 0))
        {
            faults.Add("Each currency needs a rate above 0.");
        }

        if (faults.Count > 0)
        {
            throw new JsonException(string.Join(' ', faults));
        }
    }

    /// <summary>The file.</summary>
    private sealed record Sheet
    {
        public string? Note { get; init; }

        public required DateOnly Date { get; init; }

        public required string Source { get; init; }

        public required Dictionary<string, List<Rate>> Models { get; init; }

        public required Currencies Currencies { get; init; }
    }

    private sealed record Currencies
    {
        public required DateOnly Date { get; init; }

        public required string Source { get; init; }

        public required Dictionary<string, decimal> PerUsd { get; init; }
    }
}
