using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>The caller's own key of one request: the same key twice is one request.</summary>
internal static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Most = 200;
    private static readonly Texts Text = new(typeof(IdempotencyKey));

    /// <summary>The key in the header, else the one in the body; null where there is none.</summary>
    /// <exception cref="ToolException">invalid: too long, or not plain text.</exception>
    public static string? Of(HttpContext context, string? inBody = null)
    {
        var header = context.Request.Headers[Header].FirstOrDefault();
        var (key, parameter) = string.IsNullOrEmpty(header) ? (inBody, "id") : (header, Header);
        return key is null or { Length: > 0 and <= Most } && (key is null || SafeText.Of(key) == key)
            ? key
            : throw new ToolException(ErrorCode.Invalid, Text["BadKey", parameter, Most]) { Parameter = parameter };
    }
}
