import Articles
import NewswatchModel
import ReaderProtocol
import Tone

/// Judges an article's mentions: which passage the model reads, how many mentions, quotes, and the user's words.
struct ToneJudge {
    /// So many mentions of one entity are judged in an article, from its beginning on, and so many in all: beyond them
    /// the mean hardly moves, and a list of names must not take the worker's time from other files.
    static let mentionsOfEntity = 32
    static let mentionsInAll = 256
    /// So many scores are explained: each takes as long as some dozens of scores.
    static let explainedInAll = 8
    /// Octets of a passage that are read on each side of the mention: no sentence is longer, and a text without full
    /// stops, or of signs that no reader sees, must not cost the worker's time once more for each mention in it.
    static let reach = 8 << 10
    /// The user's words that are named at a mention; all count.
    static let wordsNamed = 32
    /// The most words that one explanation names.
    static let wordsOfExplanation = 8

    private let models: ToneModels
    private var words: UserWords

    init(models: ToneModels, words: ToneWordLists) {
        (self.models, self.words) = (models, UserWords(words))
    }

    /// Gives `mentions` their tone, where the article's language has a model.
    mutating func judge(_ mentions: inout [Mention], in article: Article, explained: ExplainedMentions) {
        guard !mentions.isEmpty, let model = models.model(for: article.language) else { return }
        let chosen = Self.judged(of: mentions)
        for field in TextField.allCases {
            judge(&mentions, chosen.filter { mentions[$0].field == field }, article, field, model)
        }
        explain(&mentions, Self.explained(explained, of: mentions), article, model)
    }

    /// The answer to one question: the whole text is the passage.
    mutating func answer(_ question: ToneQuestion) -> ToneScore? {
        let language =
            question.language.isEmpty
            ? LanguageDetector.detect(question.text) : LanguageDetector.primarySubtag(question.language)
        guard let model = models.model(for: language) else { return nil }
        var text = question.text
        let whole = ToneTarget(passage: ByteRange(0, text.utf8.count), mention: question.mention)
        return text.withUTF8 { utf8 in
            let target = whole.near(Self.reach, in: utf8)
            return ToneScore(
                probabilities: model.judge(utf8, [target])[0], model: model.identity.name,
                macroF1: model.identity.facts.macroF1, passage: target.passage)
        }
    }

    // MARK: Choosing

    private static func judged(of mentions: [Mention]) -> [Int] {
        var counts: [EntityID: Int] = [:]
        var chosen: [Int] = []
        for place in mentions.indices where chosen.count < mentionsInAll {
            counts[mentions[place].entity, default: 0] += 1
            if counts[mentions[place].entity, default: 0] <= mentionsOfEntity { chosen.append(place) }
        }
        return chosen
    }

    /// Those with the clearest tone, fairly shared among the entities.
    private static func explained(_ wanted: ExplainedMentions, of mentions: [Mention]) -> [Int] {
        let candidates: [Int]
        switch wanted {
        case .none: return []
        case .all: candidates = mentions.indices.filter { mentions[$0].tone != nil }
        case .entity(let id):
            candidates = mentions.indices.filter { mentions[$0].tone != nil && mentions[$0].entity == id }
        }
        let clearest = candidates.sorted {
            let (a, b) = (abs(mentions[$0].tone?.score ?? 0), abs(mentions[$1].tone?.score ?? 0))
            return a != b ? a > b : $0 < $1
        }
        var rounds: [EntityID: Int] = [:]
        let ranked = clearest.map { place -> (round: Int, place: Int) in
            rounds[mentions[place].entity, default: 0] += 1
            return (rounds[mentions[place].entity, default: 0], place)
        }
        return ranked.enumerated().sorted { ($0.element.round, $0.offset) < ($1.element.round, $1.offset) }
            .prefix(explainedInAll).map(\.element.place)
    }

    // MARK: Judging

    private mutating func judge(
        _ mentions: inout [Mention], _ places: [Int], _ article: Article, _ field: TextField, _ model: any ToneModel
    ) {
        guard !places.isEmpty else { return }
        var text = article[field]
        let whole = ByteRange(0, text.utf8.count)
        let sentences = field == .title ? [whole] : Sentences.ranges(in: text, language: article.language)
        let quotations = Quotations.ranges(in: text)
        let targets = places.map { place in
            let mention = mentions[place].range
            return ToneTarget(passage: Self.passage(of: mention, sentences) ?? whole, mention: mention)
        }
        let facts = model.identity.facts
        text.withUTF8 { utf8 in
            let targets = targets.map { $0.near(Self.reach, in: utf8) }
            let judged = model.judge(utf8, targets)
            for (place, (target, probabilities)) in zip(places, zip(targets, judged)) {
                let evidence = words.evidence(for: mentions[place].entity, in: utf8, target)
                mentions[place].tone = ToneScore(
                    probabilities: probabilities.moved(by: evidence), model: facts.name,
                    macroF1: facts.macroF1, passage: target.passage,
                    isQuoted: Quotations.isQuoted(target.mention, in: quotations),
                    evidence: Array(evidence.prefix(Self.wordsNamed)))
            }
        }
    }

    /// The sentence that holds `mention`; where the splitter has parted a name, all sentences that it touches.
    private static func passage(of mention: ByteRange, _ sentences: [ByteRange]) -> ByteRange? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].end <= mention.start { low = middle + 1 } else { high = middle }
        }
        guard low < sentences.count, sentences[low].overlaps(mention) else { return nil }
        var last = low
        while last + 1 < sentences.count, sentences[last + 1].overlaps(mention) { last += 1 }
        return ByteRange(min(sentences[low].start, mention.start), max(sentences[last].end, mention.end))
    }

    private func explain(_ mentions: inout [Mention], _ places: [Int], _ article: Article, _ model: any ToneModel) {
        for place in places {
            guard var tone = mentions[place].tone else { continue }
            var text = article[mentions[place].field]
            let target = ToneTarget(passage: tone.passage, mention: mentions[place].range)
            text.withUTF8 { utf8 in
                tone.clause = Clause.range(of: target.mention, in: target.passage, of: utf8)
                let found = Occlusion.evidence(of: model, utf8, target, most: Self.wordsOfExplanation)
                tone.evidence = (tone.evidence + found).sorted { $0.range < $1.range }
            }
            mentions[place].tone = tone
        }
    }
}
