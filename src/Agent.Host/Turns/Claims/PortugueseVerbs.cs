namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>The Portuguese verbs of deeds in the forms in which "I" claims them. Without accents.</summary>
internal static class PortugueseVerbs
{
    // verb, kinds (C create, U change, R remove, D complete, S send, Z undo, B beyond), then what it implies and what is peculiar.
    private const string Regular =
        "criar C;gerar C NeedsThing;agendar CU Event+Reminder Schedules;marcar CU Event+Reminder Schedules Marks;reservar C Event Schedules;remarcar U Schedules;reagendar U Schedules;"
        + "adiar U;antecipar U;mudar U;alterar U;atualizar U;modificar U;editar U;renomear U;trocar U;ajustar U;passar U NeedsThing;empurrar U NeedsThing;juntar U NeedsThing;unir U NeedsThing;unificar U NeedsThing;livrar R NeedsThing;subir U NeedsThing;aumentar U NeedsThing;baixar U NeedsThing;diminuir U NeedsThing Ambiguous;puxar U NeedsThing;dispensar RD NeedsThing;liberar R NeedsThing;esvaziar R NeedsThing;transferir U NeedsThing;priorizar U;prorrogar U;postergar U;"
        + "corrigir U NeedsThing;estender U NeedsThing;mover U;cancelar R;apagar R;excluir R Ambiguous;remover R;deletar R;eliminar R;descartar R;tirar R NeedsThing;limpar R NeedsThing;desmarcar RU;"
        + "concluir D Ambiguous;completar D;finalizar D;encerrar D NeedsThing;riscar D NeedsThing;arquivar UR;"
        + "adicionar CU;acrescentar CU;incluir CU Ambiguous;inserir CU;colocar CU NeedsThing;botar CU NeedsThing;registrar CU Keeps;anotar CU Keeps;salvar CU Keeps;guardar CU Keeps;gravar CU Keeps;"
        + "cadastrar C Keeps;definir CU;configurar CU;programar C;estabelecer CU;ativar CU;memorizar C Keeps;capturar C Keeps;transformar CU;converter CU;encaixar C Event Schedules;bloquear C Event Schedules;"
        + "mexer U NeedsThing;resolver D NeedsThing;substituir U NeedsThing;reduzir U NeedsThing;abrir C NeedsThing;preencher U NeedsThing;suspender RU NeedsThing;inscrever B NeedsThing;jogar CU NeedsThing;garantir B NeedsThing;"
        + "assinar B NeedsThing;sacar B;alugar B NeedsThing;pedir B NeedsThing;vender B NeedsThing;doar B NeedsThing;armar CU NeedsThing;computar CU Keeps;enviar S;entregar S NeedsThing;despachar S NeedsThing;mandar S;encaminhar S;responder S NeedsThing;disparar S;compartilhar S;publicar S;postar S;notificar S Reminds;avisar S Reminds;informar S NeedsThing;convidar S;contatar S;"
        + "pagar B;comprar B;encomendar B;contratar B;imprimir B;telefonar B;depositar B;confirmar CUS NeedsThing;restaurar ZC;recuperar ZC NeedsThing;reverter Z;"
        + "realizar - Light;efetuar - Light;executar - Light;providenciar - Light;deixar - ";

    // past, participle stem (or whole words), gerund, base, future, present.
    private const string Irregular =
        "desfiz,desfeito/desfeita/desfeitos/desfeitas,desfazendo,desfazer,desfarei, Z;refiz,refeito/refeita/refeitos/refeitas,refazendo,refazer,refarei, ZC;"
        + "fiz,feito/feita/feitos/feitas,fazendo,fazer,farei, - Light;pus,posto/posta,pondo,por,porei, CU NeedsThing;combinei,,,,, C Event NeedsThing;dei,dado/dada/dados/dadas,,,darei, - Marks;"
        + ",salvo/salva/salvos/salvas,,,, CU Keeps;,entregue/entregues,,,, S;,ativo/ativa/ativos/ativas,,,, CU NeedsThing;,pago/paga/pagos/pagas,,,, B;liguei,,ligando,ligar,ligarei, B Beyond FixedThing;"
        + ",,,acordar,acordarei,acordo CU Reminder FixedThing,Reminds;cuidei,,,cuidar,cuidarei, CURDSZ NeedsThing;,lembrado/lembrada,,lembrar,lembrarei,lembro CU Reminder FixedThing,Reminds;lancei,lancado/lancada,lancando,lancar,lancarei, CU NeedsThing";

    /// <summary>All forms.</summary>
    public static IEnumerable<(string Text, Word Word)> All()
    {
        foreach (var row in Regular.Split(';').Select(row => row.Split(' ')))
        {
            var word = VerbRow.Read(row[1..]);
            foreach (var (text, form) in Forms(row[0]))
            {
                yield return (text, word with { Form = form, Traits = form == Form.Past ? word.Traits : word.Traits & ~Trait.Ambiguous });
            }
        }

        foreach (var row in Irregular.Split(';').Select(row => row.Split(' ')))
        {
            var word = VerbRow.Read(row[1..]);
            foreach (var (text, form) in VerbRow.Forms(row[0].Split(',')))
            {
                yield return (text, word with { Form = form });
            }
        }
    }

    private static IEnumerable<(string Text, Form Form)> Forms(string verb)
    {
        var (stem, theme) = (verb[..^2], verb[^2]);
        var past = theme == 'a' ? Spelled(stem) + "ei" : stem + "i";
        var present = theme == 'a' ? stem + "o" : "";
        var participle = theme == 'a' ? "ad" : "id";
        yield return (past, Form.Past);
        yield return ($"{stem}{theme}mos", Form.Past);
        yield return ($"{stem}{theme}ndo", Form.Gerund);
        yield return (verb, Form.Base);
        yield return (verb + "ei", Form.Future);
        yield return (verb + "emos", Form.Future);
        foreach (var ending in new[] { "o", "a", "os", "as" })
        {
            yield return (stem + participle + ending, Form.Participle);
        }

        if (present.Length > 0)
        {
            yield return (present, Form.Present);
        }
    }

    /// <summary>marquei, apaguei.</summary>
    private static string Spelled(string stem) => stem[^1] switch
    {
        'c' => stem[..^1] + "qu",
        'g' => stem + "u",
        _ => stem,
    };
}
