namespace TbPersonalOs.Plugins;

/// <summary>Cities of IANA zones as they are written: the ids themselves hold no accents.</summary>
internal static class ZoneCities
{
    private static readonly Dictionary<string, string> Accented = new(StringComparer.Ordinal)
    {
        ["America/Sao_Paulo"] = "São Paulo",
        ["America/Belem"] = "Belém",
        ["America/Maceio"] = "Maceió",
        ["America/Cuiaba"] = "Cuiabá",
        ["America/Araguaina"] = "Araguaína",
        ["America/Santarem"] = "Santarém",
        ["America/Eirunepe"] = "Eirunepé",
        ["America/Noronha"] = "Fernando de Noronha",
        ["America/Bogota"] = "Bogotá",
        ["America/Asuncion"] = "Assunção",
        ["Atlantic/Azores"] = "Açores",
        ["Atlantic/Madeira"] = "Madeira",
    };

    public static string NameOf(string zone) =>
        Accented.TryGetValue(zone, out var name) ? name : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
