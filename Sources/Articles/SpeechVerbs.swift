/// Verbs that tell who speaks, in the forms that stand beside a quotation.
enum SpeechVerbs {
    /// Whether the word is one, whatever its case.
    static func contains(_ word: Range<Int>, in text: TextOctets) -> Bool {
        var key = Letters.emptyKey
        var place = word.lowerBound
        while place < word.upperBound {
            let (value, length) = text.scalar(at: place)
            Letters.add(value, to: &key)
            place += length
            // What may follow a stem is an ending: five letters, ten octets of Cyrillic.
            if word.upperBound - place <= 10, stems.contains(key) { return true }
        }
        return whole.contains(key)
    }

    private static let whole = Letters.keys(
        // English
        "said says say saying told tells tell telling asked asks added adds wrote writes write replied replies "
            + "answered "
            + "answers claimed claims argued argues shouted shouts cried cries warned warns insisted insists declared "
            + "announced stated states explained explains noted notes remarked recalled quipped tweeted posted joked "
            + "admitted admits confirmed confirms denied denies promised promises complained concluded continued "
            + "responded urged whispered yelled vowed stressed testified called calls "
            // German
            + "sagt sagte sagten sagen gesagt meint meinte meinten fragt fragte rief ruft riefen schrieb schreibt "
            + "erklärt erklärte erklärten betont betonte antwortet antwortete warnt warnte fordert forderte hieß heißt "
            + "berichtet berichtete kritisiert kritisierte behauptet behauptete versichert versicherte zitiert "
            // Polish, Russian, Ukrainian and Belarusian forms that are no stem with an ending
            + "mówi mówił mówiła mówią mówili rzekł rzekła pisze pisał pisała каже казав казала кажуть казали кажа "
            + "казаў казалі говорит говорил говорила говорят кричав кричала піша пише пишет пишут писал писала")

    /// Beginnings that only endings follow.
    private static let stems = Letters.keys(
        "сказа заяви заявля заявл добав ответи отвеча отмети отмеча подчеркн подчёркн подчерки спроси спрашива "
            + "воскликн "
            + "написа сообщи сообща поясни поясня объясни объясня рассказа призна утвержда предупреди предупрежда "
            + "напомни напомина уточни уточня призва крикну закрича возрази продолжи "
            // Ukrainian
            + "сказал заявил заявив заявля додав додал відпові зазначи зазнача наголоси наголош підкресли підкреслю "
            + "спита запита вигукн повідоми повідомля поясни пояснюв пояснює розпові визна стверджу попереди "
            + "попереджа нагада уточню написав зауважи зауважу продовжи "
            // Belarusian
            + "сказаў заяві заяўля дада дадаў дадал адказа адзначы адзнача падкрэслі падкрэслів спыта запыта "
            + "усклікну ўсклікну напіса паведамі паведамля патлумачы тлумачы расказа прызна сцвярджа папярэдзі "
            + "папярэджва нагада крыкну закрыча працягну "
            // Polish
            + "powiedzia powiedzie stwierdz oświadcz dodał dodaj odpar odpowiedz odpowiad zaznacz podkreśl zapyta "
            + "spyta zawoła krzykn napisa poinformowa wyjaśni tłumaczy przyzna twierdz ostrzeg przypomn zauważ "
            + "ocenił oceni komentowa skomentowa zapewni zapowiedz")
}
