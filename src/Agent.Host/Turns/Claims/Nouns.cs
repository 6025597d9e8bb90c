namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>The nouns that matter: our things, their parts, deeds, and what stands in an answer itself. Without accents.</summary>
internal static class Nouns
{
    // A plural follows its singular after a slash.
    private const string Named =
        "Task tarefa/tarefas pendencia/pendencias afazer/afazeres to-do/to-dos todo task/tasks\n"
        + "Task,Inbox,Note item/itens item/items\n"
        + "Event reuniao/reunioes evento/eventos compromisso/compromissos agenda calendario meeting/meetings event/events appointment/appointments calendar chamada call videochamada\n"
        + "Reminder lembrete/lembretes alarme/alarmes despertador/despertadores alerta/alertas aviso/avisos notificacao/notificacoes reminder/reminders alarm/alarms alert/alerts notification/notifications\n"
        + "Note nota/notas anotacao/anotacoes note/notes\n"
        + "Goal meta/metas objetivo/objetivos goal/goals\n"
        + "Inbox caixa inbox\n"
        + "Health sono peso humor energia saude check-in sleep weight mood energy health\n"
        + "Profile perfil cidade fuso idioma profile city timezone language\n"
        + "Mail e-mail/e-mails email/emails mail mensagem/mensagens message/messages recado convite/convites invitation/invitations invite/invites\n"
        + "File arquivo/arquivos documento/documentos pasta planilha file/files document/documents folder spreadsheet\n"
        + "Contact contato/contatos contact/contacts\n"
        + "Memory memoria memory\n"
        + "Beyond mesa restaurante hotel passagem/passagens voo/voos ingresso/ingressos boleto/boletos fatura pix quarto taxi restaurant flight/flights ticket/tickets groceries room cab $ pizza uber comida food assinatura subscription/subscriptions";

    private const string Details =
        "horario horarios hora data prazo local lugar prioridade titulo descricao duracao time date deadline due location priority title description duration";

    private const string Contents =
        "texto frase paragrafo palavra tom versao resumo plano roteiro poema historia exemplo exemplos tabela codigo cronograma cardapio traducao resposta rascunho sugestao calculo "
        + "opcao opcoes versoes ideias variacoes sugestoes dicas frases palavras paragrafos exemplos linhas perguntas valor total imposto numero numeros grafico modelo esboco carta redacao topicos planejamento receita ideia opiniao mind "
        + "option options versions ideas idea variations suggestions tips lines examples questions text sentence sentences paragraph wording tone version summary plan outline poem story example examples table code draft suggestion template translation calculation reply answer "
        + "response total number numbers sketch recipe menu itinerary essay letter bullet words word";

    private const string Occasions =
        "consulta almoco jantar aula treino visita entrevista encontro check-up checkup exame academia gym exam coffee cafe stand-up standup daily dentista call sessao viagem apresentacao sync one-on-one 1:1 retro rehearsal ensaio prova palestra cinema culto almocos happy-hour massagem terapia therapy haircut lunch dinner breakfast class workout training visit interview dentist session trip "
        + "presentation conta contas bill bills";

    private const string Deeds =
        "agendamento=Create marcacao=Create cancelamento=Remove envio=Send alteracao=Change alteracoes=Change atualizacao=Change mudanca=Change mudancas=Change registro=Create cadastro=Create cadastramento=Create criacao=Create inclusao=Create creation=Create "
        + "reserva=Beyond pagamento=Beyond compra=Beyond transferencia=Beyond pedido=Beyond encomenda=Beyond exclusao=Remove remocao=Remove conclusao=Complete remarcacao=Change "
        + "entry=Create order=Beyond booking=Create cancellation=Remove update=Change updates=Change change=Change changes=Change reservation=Beyond payment=Beyond transfer=Beyond purchase=Beyond deletion=Remove";

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Text, Word Word)> All()
    {
        foreach (var row in Named.Split('\n').Select(row => row.Split(' ')))
        {
            var thing = Enum.Parse<Things>(row[0]);
            foreach (var forms in row.Skip(1).Select(word => word.Split('/')))
            {
                yield return (forms[0], new Word(Form.None, Kinds.None, Things.None, thing, Trait.None));
                if (forms.Length > 1)
                {
                    yield return (forms[1], new Word(Form.None, Kinds.None, Things.None, thing, Trait.Plural));
                }
            }
        }

        foreach (var (words, trait) in new[] { (Details, Trait.Detail), (Contents, Trait.Content), (Occasions, Trait.Occasion) })
        {
            foreach (var word in words.Split(' '))
            {
                yield return (word, new Word(Form.None, Kinds.None, Things.None, Things.None, trait));
            }
        }

        foreach (var row in Deeds.Split(' ').Select(row => row.Split('=')))
        {
            yield return (row[0], new Word(Form.None, Enum.Parse<Kinds>(row[1]), Things.None, Things.None, Trait.Nominal));
        }
    }
}
