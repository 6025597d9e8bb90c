using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Primitives;

namespace TbPersonalOs.Agent.Host.Operations.Settings;

/// <summary>The kept settings as configuration, read again when the file changes.</summary>
internal sealed class KeptSettingsSource(string directory) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(directory);

    /// <summary>Puts them behind the environment and the command line.</summary>
    public static void AddTo(IConfigurationManager configuration)
    {
        var source = new KeptSettingsSource(DataDirectory.RootOf(configuration));
        var environment = configuration.Sources.ToList().FindIndex(one => one is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        configuration.Sources.Insert(environment < 0 ? 0 : environment, source);
    }

    private sealed class Provider : ConfigurationProvider, IDisposable
    {
        private readonly KeptSettings _kept;
        private readonly PhysicalFileProvider? _files;
        private readonly IDisposable? _watch;

        public Provider(string directory)
        {
            _kept = new KeptSettings(directory);
            if (Directory.Exists(directory))
            {
                _files = new PhysicalFileProvider(directory, ExclusionFilters.None);
                _watch = ChangeToken.OnChange(() => _files.Watch(KeptSettings.FileName), Reload);
            }
        }

        public override void Load() => Data = _kept.Read();

        public void Dispose()
        {
            _watch?.Dispose();
            _files?.Dispose();
        }

        private void Reload()
        {
            Load();
            OnReload();
        }
    }
}
