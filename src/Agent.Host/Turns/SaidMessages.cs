using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Channels.Files;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// The conversation as a planner is given it: what the person said, and each file that came along as a message of others. The bytes of what can be
/// heard or seen go with it where a model may be asked.
/// </summary>
internal sealed class SaidMessages(CurrentUser user, FileStore files)
{
    // With base64 around it a request stays under what a model takes inline.
    private const long MostInline = 10 * 1024 * 1024;
    private static readonly string[] Seen = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

    public async Task<List<ChatMessage>> OfAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var messages = new List<ChatMessage>(context.History);
        foreach (var message in context.Messages)
        {
            var voices = message.Files.Where(file => file.IsVoice).ToList();
            var said = TurnHistory.Said(message.Text, message.SaidAt, message.Origin);
            foreach (var voice in voices)
            {
                await AddBytesAsync(said, voice, voice.Type ?? "audio/ogg", TurnHistory.LabelOf(message.Origin), context, cancellationToken);
            }

            if (message.Text.Length > 0 || voices.Count > 0 || message.Files.Count == 0)
            {
                messages.Add(said);
            }

            foreach (var file in message.Files.Where(file => !file.IsVoice))
            {
                var shown = TurnHistory.Said($"[{Code.Of(file.Kind)}{(file.Name is { } name ? $": {name}" : "")}]\n{file.Text}".TrimEnd(), message.SaidAt, file.Origin);
                if (file.Type is { } type && Seen.Contains(type))
                {
                    await AddBytesAsync(shown, file, type, TurnHistory.LabelOf(file.Origin), context, cancellationToken);
                }

                messages.Add(shown);
            }
        }

        return messages;
    }

    private async Task AddBytesAsync(
        ChatMessage message, SaidFile file, string type, AdditionalPropertiesDictionary? label, TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Day is not null && file is { State: AttachmentState.Kept, Hash: { } hash }
            && await files.ReadAsync(user.Required, hash, cancellationToken) is { Length: > 0 and <= (int)MostInline } content)
        {
            message.Contents.Add(new DataContent(content, type) { AdditionalProperties = label });
        }
    }
}
