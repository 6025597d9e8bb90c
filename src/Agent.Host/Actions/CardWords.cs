using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>A card as text, for channels without buttons: all that would leave, whose words each part is, and what to type.</summary>
internal static class CardWords
{
    private static readonly Texts Text = new(typeof(CardWords));

    public static string Of(ApprovalView card, Words words) => string.Join('\n',
    [
        card.Text,
        .. card.Values.Select(value => Text["CardValue", value.Label, value.Value, value.Words]),
        .. card.Foreign is { } foreign ? [Text["CardForeign", foreign]] : Array.Empty<string>(),
        Text["CardUntil", words.When(card.ExpiresAt), card.Code],
        .. card.Always is { } recipient ? [Text["CardAlways", recipient, card.Code]] : Array.Empty<string>(),
    ]);
}
