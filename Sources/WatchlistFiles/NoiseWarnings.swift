import Matching
import NewswatchModel

/// Names that ordinary words will be taken for, told like problems of a file.
public enum NoiseWarnings {
    /// A warning for each such name of `entries`, the worst first, at the entity's place.
    public static func of(_ entries: [WatchlistEntry]) -> [FileProblem] {
        var found: [(hits: Double, problem: FileProblem)] = []
        for entry in entries {
            for noisy in NoiseCheck.noisyNames(of: entry.entity) {
                let (path, line): (String, Int?) =
                    if case .file(let path, let line) = entry.origin { (path, line) } else { ("live", nil) }
                let key = noisy.nameIndex == 0 ? Entity.CodingKeys.name : .aliases
                found.append(
                    (
                        noisy.expectedPerThousandArticles,
                        FileProblem(
                            severity: .warning, path: path, line: line, key: key.rawValue,
                            value: "\"\(noisy.name)\"", message: message(noisy, entry.entity.id),
                            cure: "give near = [\"…\"] or only-with, or leave the name out")
                    ))
            }
        }
        return found.sorted { ($1.hits, $0.problem.description) < ($0.hits, $1.problem.description) }.map(\.problem)
    }

    private static func message(_ noisy: NoisyName, _ id: EntityID) -> String {
        let hits = Int(noisy.expectedPerThousandArticles.rounded())
        let language = names[noisy.word.language] ?? noisy.word.language
        return "\(id): this is an ordinary \(language) word too: expect \(hits) false hit\(hits == 1 ? "" : "s") "
            + "in 1,000 \(language) articles"
    }

    private static let names = [
        "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
        "pl": "Polish", "ru": "Russian", "uk": "Ukrainian",
    ]
}
