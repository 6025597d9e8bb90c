using System.Globalization;

namespace TbPersonalOs.Plugins;

/// <summary>Says money in a person's words: <c>R$ 1,62</c>.</summary>
public static class MoneyWords
{
    private const decimal Least = 0.01m;
    private static readonly Texts Text = new(typeof(MoneyWords));

    /// <summary>An amount of a currency; less than a cent is said so, never as nothing.</summary>
    public static string Of(decimal amount, string currency) => amount is > 0 and < Least
        ? Text["LessThan", Plain(Least, currency)]
        : Plain(amount, currency);

    private static string Plain(decimal amount, string currency) =>
        $"{Symbol(currency)} {amount.ToString("N2", CultureInfo.CurrentUICulture)}";

    private static string Symbol(string currency) => currency switch
    {
        "BRL" => "R$",
        "USD" => "US$",
        "EUR" => "€",
        _ => currency,
    };
}
