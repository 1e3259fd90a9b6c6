/// The look of East Asian given names in Cyrillic letters.
enum SyllableShape {
    /// Whether a word is one or two syllables as the Palladius transcription of Chinese writes them: at most one
    /// consonant in front (цз and чж count as one), and no end but a vowel, н, нь or й. Korean ends are taken for
    /// one syllable alone.
    static func isSyllabic(_ token: NameToken) -> Bool {
        let letters = token.key
        var index = 0
        var syllables = 0
        while index < letters.count {
            syllables += 1
            guard syllables < 3, let next = end(ofSyllableAt: index, in: letters) else { return false }
            index = next
        }
        return true
    }

    private static func end(ofSyllableAt start: Int, in letters: [Unicode.Scalar]) -> Int? {
        var index = start
        func letter(_ offset: Int = 0) -> Unicode.Scalar {
            index + offset < letters.count ? letters[index + offset] : " "
        }
        if !letter().isVowel {
            let isPair = (letter() == "ц" && letter(1) == "з") || (letter() == "ч" && letter(1) == "ж")
            index += isPair ? 2 : 1
        }
        let vowels = index
        while letter().isVowel, index - vowels < 3 { index += 1 }
        guard index > vowels else { return nil }
        // A consonant before a vowel starts the next syllable.
        switch letter() {
        case "н", "й":
            if letter(1) == "ь" { return index + 2 }
            return letter(1).isVowel ? index : index + 1
        case "р", "м", "к", "л", "п", "х", "т":
            return start == 0 && index + 1 == letters.count && index - vowels == 1 && letters.count < 4
                ? index + 1 : index
        default: return index
        }
    }
}
