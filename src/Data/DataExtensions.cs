using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace TbPersonalOs.Data;

/// <summary>Registers the database.</summary>
public static class DataExtensions
{
    /// <summary>How many statements each connection keeps prepared: more than the turn and the plugins have.</summary>
    private const int Prepared = 200;

    /// <summary>Most connections of a process, unless the connection string says otherwise.</summary>
    private const int MostConnections = 64;

    /// <summary>
    /// Adds <see cref="AppDbContext"/>, one a scope, for the scope's <see cref="CurrentUser"/>. Uses <c>ConnectionStrings:App</c>
    /// where there is one, else <c>ConnectionStrings:Default</c> stepping down to the app role.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var (connectionString, stepDown) = ConnectionStringFor(configuration);
        services.AddSingleton(_ => SourceOf(connectionString, stepDown));
        services.AddSingleton(PersonalConnection.For(stepDown));
        services.AddScoped<CurrentUser>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<RoleCheck>();
        services.AddPooledDbContextFactory<AppDbContext>((provider, options) => Configure(options)
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<PersonalConnection>(), ForeignRows.Instance));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext()
            .For(provider.GetRequiredService<CurrentUser>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) => options.UseSnakeCaseNamingConvention();

    /// <summary>A connection that is used without a context steps down too, when it is made.</summary>
    private static NpgsqlDataSource SourceOf(string connectionString, bool stepDown)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
        {
            // The same statements again and again: parsing and planning them costs more than running them.
            (builder.ConnectionStringBuilder.MaxAutoPrepare, builder.ConnectionStringBuilder.AutoPrepareMinUsages) = (Prepared, 2);
        }

        if (!connectionString.Contains("Pool Size", StringComparison.OrdinalIgnoreCase))
        {
            // A server allows a hundred unless told otherwise, and is not ours alone.
            builder.ConnectionStringBuilder.MaxPoolSize = MostConnections;
        }

        if (stepDown)
        {
            builder.UsePhysicalConnectionInitializer(
                connection => PersonalConnection.StepDown(connection).ExecuteNonQuery(),
                async connection => await PersonalConnection.StepDown(connection).ExecuteNonQueryAsync());
        }

        return builder.Build();
    }

    private static (string ConnectionString, bool StepDown) ConnectionStringFor(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("App") is { Length: > 0 } app)
        {
            return (app, false);
        }

        return configuration.GetConnectionString("Default") is { Length: > 0 } owner
            ? (owner, true)
            : throw new InvalidOperationException(
                "No database is set. Start with ./tbos run, which brings its own, or set ConnectionStrings__Default.");
    }
}
