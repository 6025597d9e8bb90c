using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Agent.Host.Models.Privacy;

/// <summary>
/// Puts stand-ins in the place of CPFs, card numbers and passwords before text leaves for a model, and the real ones back into what the
/// model answers. One for a request: the same secret has the same stand-in everywhere in it.
/// </summary>
internal sealed partial class Masks
{
    private const char Open = '⟦';
    private const char Close = '⟧';
    private readonly Dictionary<string, string> _standIns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>How many secrets were kept back.</summary>
    public int Count => _secrets.Count;

    /// <summary>The text as it may leave.</summary>
    public string Mask(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !Password().IsMatch(text))
        {
            return text;
        }

        text = Password().Replace(text, found => found.Value[..^found.Groups["secret"].Length] + StandIn("senha", found.Groups["secret"].Value));
        return Digits().Replace(text, found => Masked(found.Value));
    }

    /// <summary>The text with the real ones back in it.</summary>
    public string Restore(string text)
    {
        if (_secrets.Count == 0 || !text.Contains(Open, StringComparison.Ordinal))
        {
            return text;
        }

        var restored = new StringBuilder(text);
        foreach (var (standIn, secret) in _secrets)
        {
            restored.Replace(standIn, secret);
        }

        return restored.ToString();
    }

    /// <summary>How much of a text that still grows can be restored by now: a stand-in may be cut in two.</summary>
    public static int Whole(string text)
    {
        var open = text.LastIndexOf(Open);
        return open >= 0 && text.IndexOf(Close, open) < 0 && text.Length - open < 16 ? open : text.Length;
    }

    private string StandIn(string kind, string secret)
    {
        if (secret[0] == Open)
        {
            return secret;
        }

        if (!_standIns.TryGetValue(secret, out var standIn))
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            standIn = string.Create(CultureInfo.InvariantCulture, $"{Open}{kind}-{_counts[kind]}{Close}");
            _standIns[secret] = standIn;
            _secrets[standIn] = secret;
        }

        return standIn;
    }

    /// <summary>
    /// A run of groups of digits with each secret in it replaced: what stands beside a number ("12/28" after a card, a phone after a CPF) is no
    /// part of it.
    /// </summary>
    private string Masked(string run)
    {
        var groups = Group().Matches(run);
        for (var first = 0; first < groups.Count; first++)
        {
            for (var last = groups.Count - 1; last >= first; last--)
            {
                var (start, end) = (groups[first].Index, groups[last].Index + groups[last].Length);
                if (KindOf(run[start..end]) is { } kind)
                {
                    return run[..start] + StandIn(kind, run[start..end]) + Masked(run[end..]);
                }
            }
        }

        return run;
    }

    /// <summary>What a run of digits is, by its check digits; null for any other number.</summary>
    private static string? KindOf(string written)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        return digits.Length == 11 && IsCpf(digits) ? "cpf"
            : digits.Length is >= 13 and <= 19 && IsCard(digits) ? "cartao"
            : null;
    }

    private static bool IsCpf(int[] digits) =>
        digits.Distinct().Count() > 1 && CheckDigit(digits, 9) == digits[9] && CheckDigit(digits, 10) == digits[10];

    private static int CheckDigit(int[] digits, int length)
    {
        var sum = 0;
        for (var place = 0; place < length; place++)
        {
            sum += digits[place] * (length + 1 - place);
        }

        return sum * 10 % 11 % 10;
    }

    /// <summary>Luhn's sum (ISO/IEC 7812).</summary>
    private static bool IsCard(int[] digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] * (place % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0 && digits.Any(digit => digit != 0);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<![\d.,/-])\d(?:[ .-]?\d){10,}")]
    private static partial Regex Digits();

    /// <summary>What follows the word for it: “a senha do wifi é casa_praia99”, “password: x”, “PIN 1234”.</summary>
    [GeneratedRegex(
        @"\b(?:senhas?|password|passcode|passphrase|palavra-passe|pin|cvv|cvc)\b(?:\s+(?:nova|novo|antiga|velha|atual|new|old|current))?(?:\s+(?:d[aoe]s?|n[ao]|for|of|to|the|my|meu|minha)\s+[^:=,;\n]{1,40}?)?\s*(?:[:=]|(?:\bé\b|\beh\b|\bis\b)\s*[:=]?|(?=\s+[""“'‘]?\S*\d))\s*[""“'‘]?(?<secret>[^\s,;:=⟦""“”'’][^\s,;⟦""“”'’]*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
