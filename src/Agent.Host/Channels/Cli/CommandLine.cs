using Npgsql;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>The commands of the one executable. <c>./tbos</c> prepares the machine and calls them.</summary>
internal static class CommandLine
{
    private const string Usage = """
        serve [--port N]                              serves at http://127.0.0.1:5080 (default)
        migrate                                       brings the database up to date
        ask "text" [--json] [--conversation NAME]     one turn as the local owner
        link                                          a fresh one-time link of the running server
        demo add|remove                               sample data, and its removal
        doctor                                        names each fault with its cure
        audit verify [FOLDER]                         proves the log of what was done, or that of a backup
        backup create|list|key                        a backup of everything; which there are; the key that opens them
        backup verify [FOLDER]                        proves a backup, the newest unless one is named
        backup restore FOLDER|latest                  puts a backup in the place of what is there
        pair [CODE]                                   connects a chat of Telegram: by its code, or by one that it is to send
        telegram setup                                tells Telegram what the bot is and where it is reached, and reads it back
        set KEY                                       keeps a setting, encrypted; its value comes from standard input
        eval --planner offline|gemini --set FILE [--out FILE]  what the planner would do with each line, without any effect
        """;

    /// <summary>Runs a command. Returns the exit code: 0 well, 1 a fault told on standard error, 2 a command that is none.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                [] or ["serve", ..] => await ServeCommand.RunAsync(args),
                ["migrate"] => await MigrateCommand.RunAsync(),
                ["ask", ..] => await AskCommand.RunAsync(args[1..]),
                ["link"] => await LinkCommand.RunAsync(),
                ["demo", "add" or "remove"] => await DemoCommand.RunAsync(args[1]),
                ["doctor"] => await DoctorCommand.RunAsync(),
                ["audit", "verify"] => await AuditCommand.VerifyAsync(),
                ["audit", "verify", var backup] => await AuditCommand.VerifyAsync(backup),
                ["backup", "create" or "list" or "key" or "finish"] or ["backup", "verify"] or ["backup", "verify" or "restore", _] => await BackupCommand.RunAsync(args[1..]),
                ["pair"] => await PairCommand.RunAsync(null),
                ["pair", var code] => await PairCommand.RunAsync(code),
                ["telegram", "setup"] => await TelegramCommand.SetUpAsync(),
                ["set", var key] => await SetCommand.RunAsync(key, Console.In),
                ["eval", ..] => await EvalCommand.RunAsync(args[1..]),
                _ => Unknown(),
            };
        }
        catch (Exception fault) when (fault is InvalidOperationException or NpgsqlException or ToolException or HttpRequestException or IOException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static int Unknown()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
