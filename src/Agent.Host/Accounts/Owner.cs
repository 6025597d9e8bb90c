using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Accounts;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>The owner of this installation, and the token by which programs of the owner on this machine are known.</summary>
internal sealed class Owner(IServiceScopeFactory scopes, DataDirectory directory)
{
    private const string TokenFile = "owner.token";
    private Guid? _id;
    private byte[]? _token;

    /// <summary>The owner's id.</summary>
    public async Task<Guid> IdAsync(CancellationToken cancellationToken)
    {
        if (_id is { } known)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var id = await db.Set<User>().Where(user => user.IsOwner).Select(user => user.Id).SingleAsync(cancellationToken);
        _id = id;
        return id;
    }

    /// <summary>
    /// Makes the token where there is none, or none that only the owner could have read: <c>.data/owner.token</c>, readable by the owner alone.
    /// </summary>
    public void EnsureToken()
    {
        if (directory.Read(TokenFile) is not { Length: >= 43 } || !directory.IsOwnersOnly(TokenFile))
        {
            directory.Replace(TokenFile, Secrets.New() + "\n");
        }

        _token = Encoding.UTF8.GetBytes(directory.Read(TokenFile)!.Trim());
    }

    /// <summary>Whether a presented token is the owner's; takes the same time either way.</summary>
    public bool IsToken(string presented) =>
        _token is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(_token), SHA256.HashData(Encoding.UTF8.GetBytes(presented)));
}

/// <summary>Random text that nobody can guess.</summary>
internal static class Secrets
{
    /// <summary>256 random bits, safe in a URL.</summary>
    public static string New() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
