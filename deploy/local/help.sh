# What each command says about itself.
# shellcheck shell=bash

help_for() {
  case $1 in
    '' | help) help_overview ;;
    run) t "./tbos run [--port N]

Instala o que falta (PostgreSQL, pgvector), cria o banco privado, compila, prepara as tabelas e serve em
http://127.0.0.1:5080. Ctrl-C para tudo o que este comando ligou. Pode ser cortado e repetido à vontade.
Um banco seu no lugar do privado: ConnectionStrings__Default='Host=…;Database=…;Username=…;Password=…'" "./tbos run [--port N]

Installs what is missing (PostgreSQL, pgvector), makes the private database, builds, prepares the tables and serves
at http://127.0.0.1:5080. Ctrl-C stops all that this command started. It may be cut off and repeated at will.
A database of yours instead of the private one: ConnectionStrings__Default='Host=…;Database=…;Username=…;Password=…'" ;;
    ask) t "./tbos ask \"texto\" [--json] [--conversation NOME]

Diz uma frase ao assistente e mostra a resposta (só ela na saída padrão; o progresso vai para a de erros).
Usa o servidor no ar, ou liga o banco privado e o deixa ligado para a próxima: ./tbos stop o desliga.
--json dá um objeto: turnId, planner, reply, question, receipts. Clock__Now=2026-11-23T10:00:00-03:00 finge a hora." "./tbos ask \"text\" [--json] [--conversation NAME]

Says a sentence to the assistant and shows the reply (it alone on standard output; progress goes to standard error).
Uses the running server, or starts the private database and leaves it on for the next time: ./tbos stop stops it.
--json gives one object: turnId, planner, reply, question, receipts. Clock__Now=2026-11-23T10:00:00-03:00 feigns the time." ;;
    link) t './tbos link — um novo link de entrada, de uso único, para o servidor no ar' './tbos link — a new one-time link into the running server' ;;
    stop) t './tbos stop — para o servidor e os bancos privados deste clone' "./tbos stop — stops this clone's server and private databases" ;;
    doctor) t './tbos doctor — confere a máquina, o banco e o assistente; cada falha com sua cura; código 1 se houver alguma' \
      './tbos doctor — looks at the machine, the database and the assistant; each fault with its cure; exit code 1 if there is one' ;;
    demo) t './tbos demo add|remove — põe ou tira dados de exemplo' './tbos demo add|remove — puts in or takes out sample data' ;;
    service) t './tbos service install [--port N] | status | remove

Uma unidade do systemd que sobrevive ao terminal: a da pessoa, com linger; como root, a do sistema.
Onde não há systemd, diz isso e não faz nada.' './tbos service install [--port N] | status | remove

A systemd unit that outlives the terminal: the person'\''s own, with linger; as root, one of the system.
Where there is no systemd it says so and does nothing.' ;;
    test) printf '%s' "./tbos test [--shows NAME] [--long] | --mutants

Builds everything and runs every test: .NET against a private PostgreSQL, the web's lint, types and tests, this
command's own, and a journey in headless Chromium. Ends with one line: N passed, N failed, N skipped.
--shows NAME   only the tests that show the lines of tests/shows/NAME.txt; fails for a line that nothing shows
--long         also the tests that take minutes
--mutants      instead: switches off each line of tests/mutants.txt in a copy, and fails where no test notices (some ten minutes)" ;;
    bench) t './tbos bench [turn] [model] [webhook] [lists] [start] [parse] [--json ARQUIVO]

Mede o que se publica contra o banco privado que grava em disco, com as metas e PASS ou FAIL; todas as medições se nenhuma é dita.
turn    uma mensagem com uma escrita, em 1 e em 16 conversas, ao lado de um piso fixo: tempo, memória, commits, bytes, idas ao banco
model   a mesma mensagem decidida por um Gemini de mentira: a nossa parte dela, e em quanto tempo uma frase sai
webhook uma mensagem que o Telegram entrega: até a confirmação, e até a resposta enviada
lists   uma lista sobre 1.000 tarefas e 1.000 notas
start   do início do processo até /readyz, e a memória residente
parse   o que custa entender uma frase sem modelo, quente e num processo novo
--json  grava todos os números. Leia docs/performance.md.' './tbos bench [turn] [model] [webhook] [lists] [start] [parse] [--json FILE]

Measures what is published against the private database that writes to disk, with targets and PASS or FAIL; all of them unless named.
turn    a message with one write, at 1 and at 16 conversations, beside a fixed floor: time, memory, commits, bytes, round trips
model   the same message decided by a fake Gemini: our share of it, and how soon a sentence leaves
webhook a message that Telegram delivers: until it is acknowledged, and until the reply is sent
lists   a list over 1,000 tasks and 1,000 notes
start   from process start to /readyz, and resident memory
parse   what understanding a sentence without a model costs, warm and in a fresh process
--json  writes all figures. See docs/performance.md.' ;;
    audit) t './tbos audit verify [BACKUP] — prova o registro do que foi feito: cada entrada, o que ela conta, e o fim guardado fora do banco

Diz a primeira que não confere; código 1 se houver alguma. Com a pasta de um backup, prova o registro que está nele.' './tbos audit verify [BACKUP] — proves the log of what was done: each entry, what it tells, and the end that is kept outside the database

Names the first that does not hold; exit code 1 if there is one. With the folder of a backup, proves the log that is in it.' ;;
    backup) t './tbos backup create | list | key | verify [BACKUP] | restore BACKUP

create   um backup de tudo, também com o assistente no ar: o banco como está num instante, os arquivos e, à parte, as chaves
list     os que há, e até quando ficam (Backup__KeepDays, 30 dias)
key      a chave que os abre. Anote-a: sem ela ninguém os restaura em outra máquina
verify   desempacota um backup (o mais novo, se nenhum é dito) num banco passageiro e prova cada tabela e o registro
restore  põe um backup (uma pasta, ou latest) no lugar do que há. O que havia fica à parte até a próxima restauração; nada é enviado de novo
Ficam em .data/backups (Backup__Folder muda). Em outra máquina: Backup__Key=… ./tbos backup restore PASTA' './tbos backup create | list | key | verify [BACKUP] | restore BACKUP

create   a backup of everything, also while the assistant runs: the database as it is at one instant, the files and, apart, the keys
list     which there are, and how long they stay (Backup__KeepDays, 30 days)
key      the key that opens them. Write it down: without it nobody restores them on another machine
verify   unpacks a backup (the newest, unless one is named) into a passing database and proves each table and the log
restore  puts a backup (a folder, or latest) in the place of what is there. That is kept aside until the next restore; nothing is sent again
They stand in .data/backups (Backup__Folder changes it). On another machine: Backup__Key=… ./tbos backup restore FOLDER' ;;
    set) t './tbos set CHAVE — guarda um ajuste, cifrado, lido da entrada padrão (num terminal, sem eco); vazio o tira

Exemplo: ./tbos set Gemini__ApiKey. O servidor no ar passa a usá-lo sem reiniciar; variáveis de ambiente ganham.
docs/configuration.md lista o que há para ajustar.' './tbos set KEY — keeps a setting, encrypted, read from standard input (not echoed on a terminal); empty takes it out

Example: ./tbos set Gemini__ApiKey. A running server uses it without a restart; environment variables win.
docs/configuration.md lists what can be set.' ;;
    telegram) t './tbos telegram setup — diz ao Telegram o que o bot é: webhook (se houver Public__Url), comandos em português e inglês, perfil; e confere

Antes: peça um bot ao @BotFather (/newbot) e guarde o token com ./tbos set Telegram__Token. Depois: ./tbos pair.' './tbos telegram setup — tells Telegram what the bot is: webhook (where there is a Public__Url), commands in Portuguese and English, profile; and reads it back

Before: ask @BotFather for a bot (/newbot) and keep its token with ./tbos set Telegram__Token. After: ./tbos pair.' ;;
    pair) t './tbos pair [CÓDIGO] — conecta um chat do Telegram a você

Com o código que o bot mostrou no chat; sem código, dá um para mandar ao bot. O assistente precisa estar no ar (./tbos run).' './tbos pair [CODE] — connects a chat of Telegram with you

With the code that the bot showed in the chat; without one it gives a code to send to the bot. The assistant must be running (./tbos run).' ;;
    eval) t './tbos eval --planner offline|gemini --set ARQUIVO.jsonl [--out SAÍDA.jsonl]

O que o planejador faria com cada linha {"id","text","now","zone"}: a saída tem {"id","calls","question","reply"}.
Nada acontece de verdade, e nenhum banco é preciso. Com "expect" nas linhas, mostra acertos, precisão dos atos e atos falsos
(o formato está em docs/evals.md).' './tbos eval --planner offline|gemini --set FILE.jsonl [--out OUT.jsonl]

What the planner would do with each line {"id","text","now","zone"}: the output has {"id","calls","question","reply"}.
Nothing happens for real, and no database is needed. With "expect" in the lines it reports accuracy, precision of acts and
false acts (docs/evals.md tells the format).' ;;
    env) printf '%s' 'eval "$(./tbos env)" — starts the private clusters and names them to tests that are run by hand
--main also names the database with your own data' ;;
    install) t './tbos install — só o que precisa de root: PostgreSQL e pgvector' './tbos install — only what needs root: PostgreSQL and pgvector' ;;
    *) usage_error "$(t 'comando desconhecido' 'unknown command'): $1" ;;
  esac
  echo
}

help_overview() {
  t 'TB Personal OS, o seu assistente na sua máquina.

  ./tbos run [--port N]           prepara tudo e serve em http://127.0.0.1:5080
  ./tbos ask "texto" [--json]     diz uma frase e mostra a resposta
  ./tbos link                     um novo link de entrada
  ./tbos stop                     para o servidor e o banco privado
  ./tbos doctor                   confere a máquina; cada falha com sua cura
  ./tbos audit verify [BACKUP]    prova o registro do que foi feito
  ./tbos backup create|list|key|verify|restore   backups de tudo, cifrados
  ./tbos set CHAVE                guarda um ajuste, cifrado (a chave do Gemini, por exemplo)
  ./tbos telegram setup           prepara o bot do Telegram
  ./tbos pair [CÓDIGO]            conecta um chat do Telegram
  ./tbos demo add|remove          dados de exemplo
  ./tbos service install|status|remove   funcionar sem terminal
  ./tbos install                  só o que precisa de root
  ./tbos test [--shows NAME] [--long]    todos os testes
  ./tbos bench [NOME] [--json F]   medições
  ./tbos eval --planner offline|gemini --set F [--out O]   o que ele entende
  ./tbos env                      os bancos para testes à mão

  ./tbos COMANDO --help           mais sobre um comando' 'TB Personal OS, your assistant on your machine.

  ./tbos run [--port N]           makes everything ready and serves at http://127.0.0.1:5080
  ./tbos ask "text" [--json]      says a sentence and shows the reply
  ./tbos link                     a new link to enter
  ./tbos stop                     stops the server and the private database
  ./tbos doctor                   looks at the machine; each fault with its cure
  ./tbos audit verify [BACKUP]    proves the log of what was done
  ./tbos backup create|list|key|verify|restore   backups of everything, encrypted
  ./tbos set KEY                  keeps a setting, encrypted (Gemini'\''s key, for instance)
  ./tbos telegram setup           prepares the Telegram bot
  ./tbos pair [CODE]              connects a chat of Telegram
  ./tbos demo add|remove          sample data
  ./tbos service install|status|remove   runs without a terminal
  ./tbos install                  only what needs root
  ./tbos test [--shows NAME] [--long]    every test
  ./tbos bench [NAME] [--json F]  measurements
  ./tbos eval --planner offline|gemini --set F [--out O]   what it understands
  ./tbos env                      the databases for tests by hand

  ./tbos COMMAND --help           more about a command'
}
