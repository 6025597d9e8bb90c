using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>How many bytes a request has, before a provider's own marks around them.</summary>
internal static class RequestSize
{
    /// <summary>Names and brackets around a part, by what Gemini's and OpenAI's wires write there.</summary>
    private const int Around = 64;

    private static readonly ConditionalWeakTable<AITool, object> Known = [];

    public static long Of(IEnumerable<ChatMessage> messages, IEnumerable<AITool> tools) =>
        messages.SelectMany(message => message.Contents).Sum(Of) + tools.Sum(Of);

    private static long Of(AIContent content) => Around + (content switch
    {
        TextContent text => Encoding.UTF8.GetByteCount(text.Text),
        TextReasoningContent thought => thought.ProtectedData?.Length ?? 0,
        FunctionCallContent call => call.Name.Length + Written(call.Arguments),
        FunctionResultContent result => Written(result.Result),
        DataContent data => data.Data.Length * 4L / 3,
        _ => 0,
    });

    private static long Of(AITool tool) => (long)Known.GetValue(tool, static tool => (long)(Around + tool.Name.Length + Encoding.UTF8.GetByteCount(tool.Description)
        + (Encoding.UTF8.GetByteCount((tool as AIFunctionDeclaration)?.JsonSchema.GetRawText() ?? ""))));

    private static int Written(object? value) => JsonSerializer.SerializeToUtf8Bytes(value, ToolJson.Options).Length;
}
