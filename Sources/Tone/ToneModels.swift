import NewswatchModel

/// The models that a worker judges with: one for each language.
///
/// They keep their working memory, so they belong to one thread.
public final class ToneModels {
    private let models: [String: any ToneModel]
    /// What is wrong with files that were chosen and cannot be used.
    public let problems: [ToneModelError]

    /// Those of `files` that are chosen, in the order of their languages.
    public var identities: [ToneModelIdentity] {
        models.values.map(\.identity).sorted { $0.language < $1.language }
    }

    /// Languages without a model for all.
    public init() { (models, problems) = ([:], []) }

    /// These models; of two for a language the last.
    public init(models: [any ToneModel]) {
        self.models = Dictionary(models.map { ($0.identity.language, $0) }) { $1 }
        problems = []
    }

    /// Chooses a file for each language and sets up its engine; the others are let go. A file that cannot be used is
    /// told in `problems`, and the language's next one is taken.
    ///
    /// - Parameter engine: under `auto` the model with the highest mean macro-F1 over the sets that both have
    ///   figures for, the encoder where that does not decide; but where the processor makes an encoder slow, the
    ///   convolution of a language that has one.
    public init(files: [ToneModelFile], engine: ToneEngine) {
        var models: [String: any ToneModel] = [:]
        var problems: [ToneModelError] = []
        let wanted = ToneModels.candidates(files, engine, isSlow: ToneKernels.best.isSlow)
        for (language, candidates) in Dictionary(grouping: wanted, by: \.identity.language).sorted(by: {
            $0.key < $1.key
        }) {
            var left = candidates
            while models[language] == nil, !left.isEmpty {
                var best = 0
                for place in left.indices where ToneModels.isBetter(left[place].identity, left[best].identity) {
                    best = place
                }
                do throws(ToneModelError) {
                    models[language] = try ToneModels.model(left.remove(at: best))
                } catch { problems.append(error) }
            }
        }
        (self.models, self.problems) = (models, problems)
    }

    private static func model(_ file: ToneModelFile) throws(ToneModelError) -> any ToneModel {
        switch file.header.engine {
        case .encoder: try EncoderModel(file)
        case .convolution: try ConvolutionModel(file)
        }
    }

    /// The model for texts of `language`, a BCP 47 primary subtag; none where the language is not known or has none.
    public func model(for language: String?) -> (any ToneModel)? { language.flatMap { models[$0] } }

    static func candidates(_ files: [ToneModelFile], _ engine: ToneEngine, isSlow: Bool) -> [ToneModelFile] {
        let convolutions = files.filter { $0.header.engine == .convolution }
        switch engine {
        case .off: return []
        case .fast: return convolutions
        case .encoder: return files.filter { $0.header.engine == .encoder }
        case .auto:
            guard isSlow else { return files }
            let served = Set(convolutions.map(\.identity.language))
            return files.filter { $0.header.engine == .convolution || !served.contains($0.identity.language) }
        }
    }

    private static func isBetter(_ one: ToneModelIdentity, _ other: ToneModelIdentity) -> Bool {
        var (ours, theirs) = (0.0, 0.0)
        for figures in one.figures {
            guard let same = other.figures.first(where: { $0.set == figures.set }) else { continue }
            ours += figures.macroF1
            theirs += same.macroF1
        }
        if ours != theirs { return ours > theirs }
        return one.engine == "encoder" && other.engine != "encoder"
    }
}
