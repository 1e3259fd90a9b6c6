import Matching
import NewswatchModel

/// Names that ordinary words will be taken for, told like problems of a file.
public enum NoiseWarnings {
    /// A warning for each such name of `entries`, the worst first, at the entity's place.
    public static func of(_ entries: [WatchlistEntry]) -> [FileProblem] {
        var found: [(hits: Double, problem: FileProblem)] = []
        for entry in entries {
            let (path, line): (String, Int?) =
                if case .file(let path, let line) = entry.origin { (path, line) } else { ("live", nil) }
            found += self.found(in: entry.entity, path: path, line: line)
        }
        return found.sorted { ($1.hits, $0.problem.description) < ($0.hits, $1.problem.description) }.map(\.problem)
    }

    /// How many are told where a list may have hundreds.
    static let shown = 5

    /// The first of `noise`, which are the worst of `count`, and how many there are beside them.
    public static func told(_ noise: [FileProblem], of count: Int) -> [String] {
        let worst = noise.prefix(shown).map(\.description)
        let more = count - worst.count
        guard more > 0 else { return worst }
        return worst + ["\(more) more name\(more == 1 ? " is an ordinary word" : "s are ordinary words") \(rest)"]
    }

    /// Whether `warning`, as a daemon of this release tells it, is one of `told`.
    public static func isNoise(_ warning: String) -> Bool {
        warning.hasSuffix(rest) || warning.hasSuffix(cure)
    }

    private static let ordinary = "this is an ordinary "
    private static let cure = "give near = [\"…\"] or only-with, or leave the name out"
    private static let rest = "too; newswatchctl watchlist check tells all"

    /// A warning for each such name of `entity`, with the false hits to expect.
    static func found(in entity: Entity, path: String, line: Int?) -> [(hits: Double, problem: FileProblem)] {
        NoiseCheck.noisyNames(of: entity).map { noisy in
            let key = noisy.nameIndex == 0 ? Entity.CodingKeys.name : .aliases
            let problem = FileProblem(
                severity: .warning, path: path, line: line, key: key.rawValue, value: "\"\(noisy.name)\"",
                message: message(noisy, entity.id), cure: cure)
            return (noisy.expectedPerThousandArticles, problem)
        }
    }

    private static func message(_ noisy: NoisyName, _ id: EntityID) -> String {
        let hits = Int(noisy.expectedPerThousandArticles.rounded())
        let language = names[noisy.word.language] ?? noisy.word.language
        return "\(id): \(ordinary)\(language) word too: expect \(hits) false hit\(hits == 1 ? "" : "s") "
            + "in 1,000 \(language) articles"
    }

    private static let names = [
        "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
        "pl": "Polish", "ru": "Russian", "uk": "Ukrainian",
    ]
}
