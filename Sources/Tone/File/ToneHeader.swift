/// The header of a model file, read and found complete.
struct ToneHeader {
    enum Engine: String {
        case encoder, convolution
    }

    var name: String
    var engine: Engine
    var language: String
    var bodyLength: Int
    var bodySHA256: String
    /// As written; the engines read them as the numbers they need.
    var dimensions: [String: [Substring]]
    var figures: [ToneModelIdentity.Figures]
    var tensors: [String: ToneTensor]

    /// Reads the lines that Training/FORMAT.md describes.
    init(_ text: String, file: String) throws(ToneModelError) {
        var reader = ToneHeaderReader(file: file)
        try reader.read(text)
        name = try reader.word("name")
        let engineName = try reader.word("engine")
        guard let engine = Engine(rawValue: engineName) else {
            throw ToneModelError(
                file: file, kind: .unsupported, wrong: "its engine is “\(engineName)”",
                right: "this program has the engines encoder and convolution")
        }
        self.engine = engine
        language = try reader.word("language")
        let labels = try reader.words("labels")
        guard labels == ["negative", "neutral", "positive"] else {
            throw ToneModelError(
                file: file, kind: .unsupported, wrong: "its labels are “\(labels.joined(separator: " "))”",
                right: "this program knows “negative neutral positive”")
        }
        bodyLength = try reader.integer("bodyLength")
        bodySHA256 = try reader.hash("bodySHA256")
        // For people; it must be there and be a hash.
        _ = try reader.hash("trainingDataSHA256")
        (dimensions, tensors) = (reader.dimensions, reader.tensors)
        figures = reader.figures.sorted { $0.set < $1.set }
    }
}
