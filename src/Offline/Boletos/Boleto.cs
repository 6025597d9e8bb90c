using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace TbPersonalOs.Offline.Boletos;

/// <summary>
/// A Brazilian payment slip by its line of digits ("linha digitável"), whose check digits hold: 47 digits of a bank's slip (FEBRABAN's layout
/// of collection), 48 of a bill (water, light, taxes; FEBRABAN's layout of collection "arrecadação").
/// </summary>
/// <param name="Digits">The line as it is typed into a bank: digits alone.</param>
/// <param name="Due">The day by which it is due; null where the line does not say.</param>
/// <param name="Amount">What is to be paid, in reais; null where the line does not say.</param>
public sealed partial record Boleto(string Digits, LocalDate? Due, decimal? Amount)
{
    private const int BankLength = 47;
    private const int BillLength = 48;
    private const int FactorsADecade = 9_000;
    private static readonly LocalDate FactorStart = new(1997, 10, 7);

    /// <summary>The first line of digits in a text that is one; null where there is none.</summary>
    /// <param name="text">What was written, or read from a file.</param>
    /// <param name="today">The day on which it is read: the factor of the due day repeats every 9,000 days, and the nearer one is meant.</param>
    public static Boleto? Find(string text, LocalDate today) => Lines().Matches(text)
        .Select(match => string.Concat(match.Value.Where(char.IsAsciiDigit))).Select(digits => Read(digits, today)).FirstOrDefault(found => found is not null);

    /// <summary>A line of digits; null where its length or a check digit is wrong.</summary>
    public static Boleto? Read(string digits, LocalDate today) => digits.Length switch
    {
        BankLength => Bank(digits, today),
        BillLength when digits[0] == '8' => Bill(digits),
        _ => null,
    };

    private static Boleto? Bank(string line, LocalDate today)
    {
        var fields = line[..9] + line[10..20] + line[21..31];
        var code = string.Concat(fields.AsSpan(0, 4), line.AsSpan(33), fields.AsSpan(4));
        var holds = Mod10(line[..9]) == line[9] - '0' && Mod10(line[10..20]) == line[20] - '0' && Mod10(line[21..31]) == line[31] - '0'
            && BankCheck(code) == line[32] - '0';
        if (!holds)
        {
            return null;
        }

        var factor = int.Parse(line.AsSpan(33, 4), CultureInfo.InvariantCulture);
        return new Boleto(line, factor == 0 ? null : DueOf(factor, today), AmountOf(line[37..]));
    }

    private static Boleto? Bill(string line)
    {
        var (blocks, check) = (Enumerable.Range(0, 4).Select(block => line.Substring(block * 12, 12)).ToList(), line[2] is '6' or '7' ? (Func<string, int>)Mod10 : BillCheck);
        var code = string.Concat(blocks.Select(block => block[..11]));
        var holds = line[2] is '6' or '7' or '8' or '9' && blocks.TrueForAll(block => check(block[..11]) == block[11] - '0')
            && check(string.Concat(code.AsSpan(0, 3), code.AsSpan(4))) == code[3] - '0';
        return holds ? new Boleto(line, null, line[2] is '6' or '8' ? AmountOf(code[4..15]) : null) : null;
    }

    private static decimal? AmountOf(string cents) => decimal.Parse(cents, CultureInfo.InvariantCulture) is > 0 and var amount ? amount / 100 : null;

    private static LocalDate DueOf(int factor, LocalDate today)
    {
        var (first, second) = (FactorStart.PlusDays(factor), FactorStart.PlusDays(factor + FactorsADecade));
        return Math.Abs(Period.DaysBetween(today, first)) <= Math.Abs(Period.DaysBetween(today, second)) ? first : second;
    }

    private static int Mod10(string digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var product = (digits[digits.Length - 1 - place] - '0') * (place % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return (10 - (sum % 10)) % 10;
    }

    /// <summary>Remainder of 11 over the digits from the right, weighed 2 to 9 again and again.</summary>
    private static int Mod11(string digits) =>
        digits.Reverse().Select((digit, place) => (digit - '0') * (2 + (place % 8))).Sum() % 11;

    private static int BankCheck(string code) => 11 - Mod11(code) is var digit and >= 2 and <= 9 ? digit : 1;

    private static int BillCheck(string digits) => Mod11(digits) is var rest and > 1 ? 11 - rest : 0;

    [GeneratedRegex(@"(?<!\d)(?:\d[ .\-\u00A0]{0,3}){46,47}\d(?!\d)")]
    private static partial Regex Lines();
}
