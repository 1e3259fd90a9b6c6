/// A language's personal pronouns for persons, and the words that stand before them at a sentence's head.
struct PronounWords: Sendable {
    let pronouns: Set<UInt64>
    let openers: Set<UInt64>

    private init(pronouns: String, openers: String) {
        (self.pronouns, self.openers) = (Letters.keys(pronouns), Letters.keys(openers))
    }

    private init(joining all: [PronounWords]) {
        pronouns = all.reduce(into: []) { $0.formUnion($1.pronouns) }
        openers = all.reduce(into: []) { $0.formUnion($1.openers) }
    }

    static func of(_ language: String?) -> PronounWords {
        switch language {
        case "en": english
        case "ru": russian
        case "uk": ukrainian
        case "be": belarusian
        case "de": german
        case "pl": polish
        default: others
        }
    }

    private static let english = PronounWords(
        pronouns: "he she they",
        openers: "but and yet so then now today yesterday tomorrow later earlier still instead however meanwhile also "
            + "there here once again perhaps maybe soon afterwards afterward finally eventually initially previously "
            + "recently currently originally sometimes often nevertheless nonetheless moreover furthermore besides "
            + "therefore thus indeed clearly apparently reportedly only even though although when while if because "
            + "since as after before until in on by at last next that this week month year night morning or nor "
            + "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
            + "august september october november december eventually additionally overall what where why how did does "
            + "is was has had will would can could")
    private static let russian = PronounWords(
        pronouns: "он она они ему ей им",
        openers:
            "но и а однако затем потом тогда теперь сейчас сегодня вчера завтра позже позднее ранее раньше уже ещё "
            + "еще также тоже поэтому впрочем кстати зато да же вскоре наконец сначала недавно иногда часто там тут "
            + "здесь так при этом после того до в во на с что когда если хотя пока где как почему только лишь даже "
            + "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре понедельник вторник "
            + "среду четверг пятницу субботу воскресенье итоге целом году прошлом по словам")
    private static let ukrainian = PronounWords(
        pronouns: "він вона вони йому їй їм",
        openers:
            "але і й а та однак проте потім тоді тепер зараз сьогодні вчора учора завтра пізніше раніше вже ще також "
            + "теж тому втім утім зате невдовзі нарешті спочатку недавно нещодавно іноді часто там тут так при цьому "
            + "після того до в у на з що коли якщо хоча поки де як чому тільки лише навіть січні лютому березні квітні "
            + "травні червні липні серпні вересні жовтні листопаді грудні понеділок вівторок середу четвер п'ятницю "
            + "суботу неділю результаті цілому водночас році")
    private static let belarusian = PronounWords(
        pronouns: "ён яна яны яму ёй ім",
        openers:
            "але і й а ды аднак потым затым тады цяпер зараз сёння учора ўчора заўтра пазней раней ужо яшчэ таксама "
            + "таму зрэшты затое неўзабаве нарэшце спачатку нядаўна часам часта там тут так пры гэтым пасля "
            + "таго да ў у "
            + "на з што калі хоць пакуль дзе як чаму толькі нават студзені лютым сакавіку красавіку маі траўні чэрвені "
            + "ліпені жніўні верасні кастрычніку лістападзе снежні панядзелак аўторак сераду чацвер пятніцу суботу "
            + "нядзелю выніку цэлым годзе")
    private static let german = PronounWords(
        pronouns: "er sie ihm ihn",
        openers: "aber und doch denn dann danach jetzt nun heute gestern morgen später früher zuvor zudem außerdem "
            + "allerdings jedoch trotzdem deshalb daher darum dabei dafür dagegen damit daraufhin inzwischen "
            + "schließlich "
            + "zunächst bald oft manchmal dort hier da so auch nur sogar bereits noch wenn als weil obwohl während "
            + "nachdem bevor ob dass was wo wie warum am im in vor nach seit montag dienstag mittwoch "
            + "donnerstag freitag "
            + "samstag sonntag januar februar märz april mai juni juli august september oktober november dezember "
            + "seitdem damals anschließend kürzlich mittlerweile")
    private static let polish = PronounWords(
        pronouns: "on ona oni one jemu",
        openers:
            "ale i a lecz jednak potem później następnie wtedy teraz dziś dzisiaj wczoraj jutro wcześniej już jeszcze "
            + "także też również dlatego zatem więc natomiast tymczasem wkrótce wreszcie najpierw niedawno "
            + "czasem często "
            + "tam tu tutaj tak przy tym po do w we na z że kiedy gdy jeśli choć chociaż gdzie jak dlaczego "
            + "tylko nawet "
            + "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu "
            + "poniedziałek wtorek środę czwartek piątek sobotę niedzielę roku końcu")
    private static let others = PronounWords(joining: [english, russian, ukrainian])
}
