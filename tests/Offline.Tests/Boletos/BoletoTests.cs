using System.Globalization;
using NodaTime;
using TbPersonalOs.Offline.Boletos;

namespace TbPersonalOs.Offline.Tests.Boletos;

/// <summary>Payment slips, made here from the published layout and read back.</summary>
public sealed class BoletoTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2026-12-05", "123.45")]
    [InlineData("2025-02-22", "0.01")]
    [InlineData("2026-11-23", "99999999.99")]
    public void ABanksSlipTellsDayAndAmount(string due, string amount)
    {
        var line = Made.Bank(LocalDateOf(due), Amount(amount));

        var found = Boleto.Find($"Segue o boleto: {line}. Obrigado", Today);

        Assert.Equal((LocalDateOf(due), Amount(amount)), (found!.Due!.Value, found.Amount!.Value));
        Assert.Equal(string.Concat(line.Where(char.IsAsciiDigit)), found.Digits);
    }

    [Fact]
    public void ThePublishedExampleIsRead()
    {
        // The example of Banco do Brasil's own layout.
        var found = Boleto.Find("00190.50095 40144.816069 06809.350314 3 37370000000100", new LocalDate(2007, 11, 1));

        Assert.Equal((new LocalDate(2007, 12, 31), 1.00m), (found!.Due!.Value, found.Amount!.Value));
    }

    [Fact]
    public void ASlipWithoutDayAndAmountSaysSo()
    {
        var found = Boleto.Find(Made.Bank(null, 0), Today);

        Assert.Equal((null, null), (found!.Due, found.Amount));
    }

    [Theory]
    [InlineData('6')]
    [InlineData('8')]
    public void ABillTellsItsAmount(char kind) => Assert.Equal(87.20m, Boleto.Find(Made.Bill(kind, 87.20m), Today)!.Amount);

    [Fact]
    public void EveryWrongDigitIsFound()
    {
        var line = string.Concat(Made.Bank(Today, 10).Where(char.IsAsciiDigit));

        for (var place = 0; place < line.Length; place++)
        {
            var wrong = (char)('0' + ((line[place] - '0' + 1) % 10));
            Assert.Null(Boleto.Read(line[..place] + wrong + line[(place + 1)..], Today));
        }
    }

    [Theory]
    [InlineData("me liga no 11 98765-4321 ou 11 91234-5678, o CPF é 123.456.789-09")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    public void OtherDigitsAreNoSlip(string text) => Assert.Null(Boleto.Find(text, Today));

    private static LocalDate LocalDateOf(string text) => LocalDate.FromDateOnly(DateOnly.Parse(text, CultureInfo.InvariantCulture));

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Writes slips, by the layout's own words and not by the reader's.</summary>
    private static class Made
    {
        public static string Bank(LocalDate? due, decimal amount)
        {
            var factor = due is null ? 0 : 1000 + ((Period.DaysBetween(new LocalDate(2000, 7, 3), due.Value) % 9000 + 9000) % 9000);
            var (head, free) = ("0019", "3373700000001000500940144");
            var tail = $"{factor:0000}{(long)(amount * 100):0000000000}";
            var weights = 2;
            var sum = 0;
            foreach (var digit in (head + tail + free).Reverse())
            {
                sum += (digit - '0') * weights;
                weights = weights == 9 ? 2 : weights + 1;
            }

            var check = 11 - (sum % 11);
            check = check is 0 or 10 or 11 ? 1 : check;
            var (one, two, three) = (head + free[..5], free[5..15], free[15..]);
            return $"{one[..5]}.{one[5..]}{Luhn(one)} {two[..5]}.{two[5..]}{Luhn(two)} {three[..5]}.{three[5..]}{Luhn(three)} {check} {tail}";
        }

        public static string Bill(char kind, decimal amount)
        {
            var rest = $"{(long)(amount * 100):00000000000}00010002000300040005";
            var head = $"82{kind}";
            int Check(string digits) => kind == '6' ? Luhn(digits) : Eleven(digits);
            var code = head + Check(head + rest.PadRight(40, '0')[..40]) + rest.PadRight(40, '0')[..40];
            return string.Join(' ', Enumerable.Range(0, 4).Select(block => code.Substring(block * 11, 11)).Select(block => $"{block}-{Check(block)}"));
        }

        private static int Luhn(string digits)
        {
            var sum = digits.Reverse().Select((digit, place) => place % 2 == 0 ? (digit - '0') * 2 : digit - '0').Sum(value => value > 9 ? value - 9 : value);
            return sum % 10 == 0 ? 0 : 10 - (sum % 10);
        }

        private static int Eleven(string digits)
        {
            var rest = digits.Reverse().Select((digit, place) => (digit - '0') * new[] { 2, 3, 4, 5, 6, 7, 8, 9 }[place % 8]).Sum() % 11;
            return rest is 0 or 1 ? 0 : 11 - rest;
        }
    }
}
