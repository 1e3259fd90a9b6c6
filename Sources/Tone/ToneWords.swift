/// The baseline's own word list: English words that news uses for or against someone.
///
/// Words meet after `stem`, so that one entry stands for its regular forms.
enum ToneWords {
    /// What a word does to the tone around it.
    enum Role: UInt8 {
        /// Holds for whoever it is said with ("dictator", "hero").
        case quality
        /// What one does to another ("condemned"): it falls on the object, hardly on the subject.
        case act
        case negation
        case intensifier
    }

    struct Entry {
        var role: Role
        /// −3…+3 for qualities and acts.
        var weight: Double
    }

    static func entry(stem: UInt64) -> Entry? { table[stem] }

    private static let table: [UInt64: Entry] = rows.reduce(into: [:]) { table, row in
        for word in row.words.split(separator: " ") {
            table[stem(Array(word.utf8)[...])] = Entry(role: row.role, weight: row.weight)
        }
    }

    /// A hash of the lower-case word without regular endings.
    static func stem<Word: RandomAccessCollection<UInt8>>(_ word: Word) -> UInt64 where Word.Index == Int {
        var end = word.endIndex
        for ending in ["ing", "edly", "ed", "es", "ly", "s", "e"] as [StaticString] {
            let length = ending.utf8CodeUnitCount
            guard end - word.startIndex >= length + 3 else { continue }
            var same = true
            for place in 0..<length where word[end - length + place] | 0x20 != ending.utf8Start[place] { same = false }
            // The s of "ss" is part of the word.
            if same, length == 1, ending.utf8Start[0] == 0x73, word[end - 2] | 0x20 == 0x73 { continue }
            if same {
                end -= length
                break
            }
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in word.startIndex..<end { hash = (hash ^ UInt64(word[place] | 0x20)) &* 0x100_0000_01B3 }
        return hash
    }

    private static let rows: [(role: Role, weight: Double, words: String)] = [
        (
            .negation, 0,
            "not no never nor without hardly scarcely neither cannot didn doesn don isn wasn weren won wouldn"
        ),
        (.negation, 0, "denies denied refuses refused fails failed lacks lacked barely couldn hasn hadn haven shouldn"),
        (.intensifier, 0, "very highly deeply strongly extremely utterly widely sharply fiercely most truly brutally"),
        // Against
        (
            .quality, -3,
            "dictator tyrant despot murderer terrorist war-criminal butcher monster thug torturer fascist nazi"
        ),
        (
            .quality, -2.5,
            "corrupt corruption fraud fraudulent criminal crime genocide atrocity torture massacre dictatorship"
        ),
        (
            .quality, -2.5,
            "tyranny repression repressive oppressive brutal cruel authoritarian autocrat autocratic ruthless"
        ),
        (
            .quality, -2,
            "liar lie disgraced shameful scandal disaster disastrous incompetent illegal illegitimate puppet"
        ),
        (
            .quality, -2,
            "crackdown abuse abusive violence violent extremist racist bribe bribery embezzlement hated evil"
        ),
        (
            .quality, -2,
            "unlawful rigged propaganda aggression aggressor invasion annexed annexation looted cowardly traitor"
        ),
        (
            .quality, -1.5,
            "failure controversial unpopular weak isolated pariah loyalist threat dangerous reckless hostile"
        ),
        (
            .quality, -1.5,
            "misleading false hypocrisy hypocrite mistake blunder chaos crisis guilty suspected loser lost"
        ),
        (
            .quality, -1.5,
            "defeat collapse outrage anger fury protest discredited embarrassing humiliating arrogant dishonest"
        ),
        (
            .quality, -1,
            "concern worry doubt problem trouble difficult struggle decline fall risk fear tension dispute deny"
        ),
        (.quality, -1, "aging stubborn harsh angry poor worse worst bad wrong unfair dubious questionable suspicion"),
        (
            .act, -2.5,
            "condemn denounce indict convict imprison jail torture kill poison persecute slaughter rape murder"
        ),
        (
            .act, -2,
            "accuse criticise criticize slam blast lambast sanction arrest detain charge blame oust expel punish"
        ),
        (.act, -2, "attack insult mock ridicule humiliate betray fire sack impeach sue fine ban censure vilify scold"),
        (.act, -1.5, "oppose reject rebuke reprimand warn fault question suspect investigate probe challenge boycott"),
        (.act, -1.5, "undermine distrust dismiss shun snub threaten protest defy resist disappoint alarm"),
        // For
        (.quality, 3, "hero heroic brilliant outstanding visionary beloved admirable exemplary magnificent"),
        (.quality, 2.5, "excellent triumph triumphant courageous brave honest inspiring remarkable wise acclaimed"),
        (
            .quality, 2,
            "success successful victory popular respected honourable honorable trusted generous skilled talented"
        ),
        (.quality, 2, "great impressive achievement breakthrough peacemaker champion innocent legitimate fair noble"),
        (
            .quality, 1.5,
            "strong effective reliable capable competent progress reform reformer prosperity stable winner won"
        ),
        (.quality, 1.5, "good better best positive proud decent sincere friendly constructive promising credible calm"),
        (.quality, 1, "hope benefit improve gain growth ally partner friend peace agreement recover advance succeed"),
        (.act, 2.5, "praise applaud laud admire honour honor celebrate salute acclaim commend hail revere"),
        (.act, 2, "endorse congratulate award thank welcome acquit exonerate love cheer trust respect credit"),
        (.act, 1.5, "support back defend elect re-elect promote appreciate appoint rescue help protect favour favor"),
    ]
}
