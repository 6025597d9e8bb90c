using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

internal enum Noun { None, Task, Reminder, Event, Occasion, Note, Goal, CheckIn, Item, Inbox, Profile, Action }

internal readonly record struct NounHit(Noun Noun, bool Plural);

/// <summary>
/// What a wish is about. An occasion is a kind of event whose name belongs to the title: "almoço com a Marina".
/// </summary>
internal static class NounTable
{
    public static readonly PhraseTable<NounHit> Table = new(
        One(Noun.Task, "tarefa|task|pendencia|afazer|tarefinha", "to do", "todo"), One(Noun.None, "todo|todos mundo"),
        Many(Noun.Task, "tarefas|tasks|pendencias|afazeres", "to do|dos list?", "todo list", "task list", "lista de tarefas|afazeres|pendencias"),
        One(Noun.Reminder, "lembrete|reminder|alarme|alarm|lembretinho|despertador"),
        Many(Noun.Reminder, "lembretes|reminders|alarmes|alarms|alertas"),
        One(Noun.Event, "evento|compromisso|event"),
        Many(Noun.Event, "eventos|compromissos|events|agenda|calendario|calendar|schedule|diary|appointments"),
        One(Noun.Occasion, "reuniao|almoco|jantar|cafe|consulta|dentista|medico|medica|aula|aniversario|festa|viagem|voo|entrevista|prova|exame|sessao|terapia",
            "psicologo|psicologa|fisioterapia|visita|encontro|churrasco|casamento|batizado|ferias|folga|feriado|palestra|workshop|curso|apresentacao|treino|corte|oftalmo",
            "meeting|lunch|dinner|breakfast|appointment|class|birthday|party|trip|flight|interview|exam|session|therapy|coffee|visit|wedding|vacation|holiday|call",
            "pediatra|dermato|dermatologista|gineco|ginecologista|cardiologista|cardio|ortopedista|nutricionista|nutri|fono|oculista|neuro|urologista|endocrino|psiquiatra|barbeiro|cabeleireiro|cabeleireira|manicure|depilacao|veterinario|vet",
            "plantao|culto|missa|ensaio|congresso|seminario|webinar|live|vistoria|pilates|yoga|natacao|futebol|pelada|academia|happy|daily|retro|checkup|vacina|mamografia|ultrassom|ressonancia|formatura|recital|mentoria|monitoria|banca",
            "dermatologist|therapist|gym|physio|checkup|rehearsal|graduation|webinar|sync|demo|kickoff|retro|bbq|gig|match|mass|1:1", "check up", "one on one",
            "cha de panela|bebe|fralda?", "roda de conversa", "aula de musica?",
            "bate papo", "papo|conversa|conversinha|batepapo com",
            "alinhamento|cafezinho|almocinho|jantarzinho|reuniaozinha|treinamento|audiencia|pericia|cirurgia|massagem|assembleia|coquetel|piquenique|simulado|acupuntura|quiropraxia|drenagem|hidroginastica",
            "catch up", "drinks|massage|surgery|picnic|barbecue|hearing|orientation|audition|fitting|happy hour|game night",
            "presentation|doctor|dentist|brunch|haircut|standup|conference|concert|show|cinema|jogo", "happy hour", "cafe da manha", "date with"),
        Many(Noun.Occasion, "reunioes|consultas|aulas|meetings|classes|viagens"),
        One(Noun.Note, "nota|note|anotacao|notinha"),
        Many(Noun.Note, "notas|notes|anotacoes"),
        One(Noun.Goal, "meta|objetivo|goal"),
        Many(Noun.Goal, "metas|objetivos|goals"),
        One(Noun.CheckIn, "check in", "checkin"),
        Many(Noun.CheckIn, "check ins", "checkins", "registros? de saude", "saude|health", "health log", "sono", "sleep log?"),
        One(Noun.Item, "item|entry inbox?", "inbox item"),
        Many(Noun.Inbox, "caixa de entrada", "inbox", "itens|items da|do|in|from? caixa|the|my? de|inbox? entrada?"),
        One(Noun.Profile, "perfil|profile"),
        Many(Noun.Action, "acoes|actions", "o que voce fez"));

    private static (NounHit, string[]) One(Noun noun, params string[] patterns) => (new NounHit(noun, false), patterns);

    private static (NounHit, string[]) Many(Noun noun, params string[] patterns) => (new NounHit(noun, true), patterns);
}
