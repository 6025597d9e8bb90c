using TbPersonalOs.Agent.Host.Channels.Cli;

return await CommandLine.RunAsync(args);
