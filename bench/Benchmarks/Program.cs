using TbPersonalOs.Benchmarks;

return args switch
{
    ["lists"] or [] => await ListsBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("lists    a list over 1,000 tasks and 1,000 notes of one person, through the real doors (the only bench so far)");
    return 2;
}
