using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Feasts;

/// <summary>The names of holidays and feasts in both languages, Brazil's first.</summary>
internal static class FeastNames
{
    private static readonly Feast Thanksgiving = Feast.Nth(11, IsoDayOfWeek.Thursday, 4);

    public static readonly PhraseTable<Feast> Table = new([.. Brazilian(), .. English(), .. Elsewhere()]);

    private static (Feast, string[])[] Brazilian() =>
    [
        (Feast.On(1, 1), ["ano novo", "dia de? ano novo", "confraternizacao universal", "dia mundial da paz"]),
        (Feast.On(12, 31), ["reveillon", "noite de ano novo", "virada do ano"]), (Feast.On(1, 6), ["dia de reis", "dia dos reis"]),
        (Feast.Easter(-50), ["sabado de carnaval"]), (Feast.Easter(-49), ["domingo de carnaval"]), (Feast.Easter(-48), ["segunda feira? de carnaval"]),
        (Feast.Easter(-47), ["carnaval", "terca feira? de carnaval", "terca feira? gorda"]),
        (Feast.Easter(-46), ["quarta feira? de cinzas", "cinzas"]), (Feast.Easter(-7), ["domingo de ramos"]), (Feast.Easter(-3), ["quinta feira? santa"]),
        (Feast.Easter(-2), ["sexta feira? santa", "sexta feira? da paixao", "paixao de cristo"]), (Feast.Easter(-1), ["sabado de aleluia"]),
        (Feast.Easter(0), ["domingo? de? pascoa"]), (Feast.Easter(60), ["corpus christi|cristi"]),
        (Feast.Easter(49), ["pentecostes", "domingo de pentecostes"]), (Feast.On(4, 21), ["tiradentes", "dia de tiradentes"]),
        (Feast.On(5, 1), ["dia do trabalho|trabalhador|trabalhadores", "primeiro de maio"]), (Feast.On(6, 12), ["dia dos namorados"]),
        (Feast.On(6, 24), ["dia|festa de sao joao"]), (Feast.On(9, 7), ["dia da? independencia", "independencia do brasil", "dia da patria"]),
        (Feast.On(10, 12), ["nossa|n senhora|s aparecida", "dia da padroeira", "dia das? criancas"]), (Feast.On(10, 15), ["dia do professor", "dia dos professores"]),
        (Feast.On(11, 1), ["dia de todos os santos", "todos os santos", "all saints day"]),
        (Feast.On(11, 2), ["finados", "dia de|dos finados|mortos", "all souls day"]), (Feast.On(11, 15), ["proclamacao da republica", "dia da republica"]),
        (Feast.On(11, 20), ["consciencia negra", "dia da consciencia negra", "dia de zumbi"]), (Feast.On(12, 25), ["natal", "dia de natal", "christmas day?", "xmas day?"]),
        (Feast.On(12, 24), ["noite de natal", "christmas eve", "xmas eve"]), (Feast.Nth(5, IsoDayOfWeek.Sunday, 2), ["dia das? maes|mamaes", "mother|mothers|moms s? day"]),
        (Feast.Nth(8, IsoDayOfWeek.Sunday, 2), ["dia dos pais"]), (Feast.On(7, 26), ["dia dos avos"]), (Feast.On(3, 8), ["dia internacional? da|das mulher|mulheres"]),
        (Feast.On(4, 1), ["dia da mentira", "april fool|fools s? day?"]), (Feast.On(10, 31), ["halloween", "dia das bruxas"]),
    ];

    private static (Feast, string[])[] English() =>
    [
        (Feast.On(1, 1), ["new year|years s? day", "new years", "new year s"]), (Feast.On(12, 31), ["new year|years s? eve", "nye"]), (Feast.On(12, 26), ["boxing day"]),
        (Feast.On(2, 14), ["valentine|valentines s? day"]), (Feast.On(3, 17), ["st|saint .? patrick|patricks|paddy|paddys s? day"]), (Feast.On(2, 2), ["groundhog day"]),
        (Feast.On(7, 4), ["independence day"]), (Feast.On(11, 11), ["veterans|veteran s? day"]), (Feast.On(6, 19), ["juneteenth"]), (Feast.On(5, 5), ["cinco de mayo"]),
        (Feast.On(4, 22), ["earth day"]), (Feast.On(3, 15), ["the? ides of march"]), (Feast.On(11, 1), ["world vegan day"]),
        (Thanksgiving, ["thanksgiving day?", "acao de gracas", "dia de acao de gracas"]), (Thanksgiving.Then(1), ["black friday"]), (Thanksgiving.Then(4), ["cyber monday"]),
        (Feast.Nth(5, IsoDayOfWeek.Monday, -1), ["memorial day"]), (Feast.Nth(9, IsoDayOfWeek.Monday, 1), ["labor|labour day"]),
        (Feast.Nth(1, IsoDayOfWeek.Monday, 3), ["mlk jr? .? s? day?", "martin luther king|kings jr? .? s? day?", "civil rights day"]),
        (Feast.Nth(2, IsoDayOfWeek.Monday, 3), ["president|presidents s? day"]), (Feast.Nth(10, IsoDayOfWeek.Monday, 2), ["columbus day"]),
        (Feast.Nth(6, IsoDayOfWeek.Sunday, 3), ["father|fathers|dads s? day"]), (Feast.Observed(10, 16, -1, 1), ["boss s? day", "boss s", "bosses day"]),
        (Feast.Easter(-46), ["ash wednesday"]), (Feast.Easter(-47), ["mardi gras day?", "pancake day", "shrove|fat tuesday"]), (Feast.Easter(-7), ["palm|branch sunday"]),
        (Feast.Easter(-3), ["maundy|covenant thursday|thu", "thursday|thu of mysteries", "holy thursday"]), (Feast.Easter(-2), ["good friday"]),
        (Feast.Easter(0), ["easter sunday|day?"]), (Feast.Easter(1), ["easter monday|mon"]), (Feast.Easter(49), ["pentecost", "whit|white sunday"]),
        (Feast.Easter(50), ["whit monday", "monday of the holy spirit"]), (Feast.Easter(56), ["trinity sunday"]), (Feast.Easter(-46, 46), ["quaresma"]), (Feast.Easter(-46, 46), ["for|during|until|in|of|this|through lent"]),
    ];

    private static (Feast, string[])[] Elsewhere() =>
    [
        (Feast.Orthodox(0), ["orthodox easter"]), (Feast.Orthodox(-2), ["orthodox good|great friday"]), (Feast.Orthodox(-48), ["clean monday", "orthodox shrove monday"]),
        (Feast.Orthodox(-8), ["lazarus saturday"]), (Feast.Orthodox(-48, 40), ["great fast"]), (Feast.Observed(4, 27, 0, -1), ["koningsdag", "king|kings s? day"]),
        (Feast.ChineseNewYear, ["chinese lunar? new year|years s? day?", "ano novo chines"]), (Feast.Hebrew(7, 9), ["yom kippur"]),
        (Feast.Hebrew(7, 1).Then(-1, 3), ["rosh hashanah|hashana|hashanna"]), (Feast.Hebrew(9, 24, 8), ["chanukah|hanukah|hanukkah|hannukkah|chanuca|hanuca"]),
        (Feast.Hebrew(1, 14, 9), ["passover", "pessach"]), (Feast.Hebrew(7, 14, 9), ["sukkot|succos", "feast of the ingathering"]), (Feast.Hebrew(3, 5, 3), ["shavuot"]),
        (Feast.Hebrew(1, 14).Then(-30), ["purim"]), (Feast.Islamic(9, 1, 30), ["ramadan|ramada"]), (Feast.Islamic(10, 1), ["eid al fitr"]),
        (Feast.Islamic(1, 10), ["day of ashura"]), (Feast.Islamic(3, 12), ["mawlid al nabawi"]), (Feast.Islamic(9, 27), ["laylat al qadr|kadr", "night of power|measures"]),
        (Feast.Islamic(7, 27), ["isra and mi raj", "the? night journey", "ascension to heaven", "the? prophet s ascension"]), (Feast.Hebrew(7, 21), ["shemini atzeret"]),
        (Feast.Hebrew(7, 22), ["simchat torah"]), (Feast.Hebrew(11, 14), ["tu bishvat"]), (Feast.Hebrew(2, 17), ["lag b omer"]), (Feast.Hebrew(1, 26), ["yom hashoah", "holocaust day"]),
        (Feast.Islamic(12, 10), ["eid|id al|ul adha", "sacrifice feast", "bakr id"]), (Feast.Islamic(1, 1), ["islamic new year", "amun jadid"]),
    ];
}
