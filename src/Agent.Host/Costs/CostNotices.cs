using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>The lines that tell how far a budget is used, in the person's words.</summary>
internal sealed class CostNotices(Person person)
{
    private static readonly Texts Text = new(typeof(CostNotices));

    /// <summary>Four fifths are used.</summary>
    public string Nearly(SpendingTerms terms, long used, long most) => terms.Free
        ? Text["RequestsNearly", used, terms.RequestsPerDay, HourOf(terms.EndsAt)]
        : Text["MoneyNearly", Money(terms, used), Money(terms, most)];

    /// <summary>No further call fits; for money it says how to allow more.</summary>
    public string Full(SpendingTerms terms, long used, long most) => terms.Free
        ? Text["RequestsFull", terms.RequestsPerDay, HourOf(terms.EndsAt)]
        : Text["MoneyFull", Money(terms, used), Money(terms, most), HourOf(terms.EndsAt), MoneyWords.Of(terms.DailyCap, terms.Currency)];

    /// <summary>What is left is reserved for calls under way; told whenever it happens, as it is soon over.</summary>
    public string Reserved(SpendingTerms terms, long most) => Text["MoneyReserved", Money(terms, most)];

    /// <summary>The provider's quota of the day is used up.</summary>
    public string Quota(DateTimeOffset until) => Text["Quota", HourOf(until)];

    private static string Money(SpendingTerms terms, long millionths) => MoneyWords.Of(terms.MoneyOf(millionths), terms.Currency);

    private string HourOf(DateTimeOffset moment) => Words.Of(person).HourOf(moment);
}
