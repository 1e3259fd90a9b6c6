import CToneKernels

/// Where an encoder's weights lie in its file. Valid while the file lives, which the model keeps.
struct EncoderWeights {
    struct Norm {
        let weight: UnsafePointer<Float>
        let bias: UnsafePointer<Float>

        init(_ file: ToneModelFile, _ name: String, _ width: Int) throws(ToneModelError) {
            weight = try file.floats("\(name).weight", width)
            bias = try file.floats("\(name).bias", width)
        }
    }

    struct Layer {
        let attentionIn: nw_tone_product
        let attentionOut: nw_tone_product
        let attentionNorm: Norm
        let innerIn: nw_tone_product
        let innerOut: nw_tone_product
        let innerNorm: Norm

        init(_ file: ToneModelFile, _ number: Int, _ shape: EncoderShape) throws(ToneModelError) {
            let (name, width, inner) = ("layers.\(number).", shape.width, shape.inner)
            attentionIn = try file.product(name + "attention_in", channels: 3 * width, columns: width)
            attentionOut = try file.product(name + "attention_out", channels: width, columns: width)
            attentionNorm = try Norm(file, name + "attention_norm", width)
            innerIn = try file.product(name + "inner_in", channels: inner, columns: width)
            innerOut = try file.product(name + "inner_out", channels: width, columns: inner)
            innerNorm = try Norm(file, name + "inner_norm", width)
        }
    }

    let words: ToneTable
    let positions: ToneTable
    let embeddingNorm: Norm
    let layers: [Layer]
    let head: nw_tone_product
    let classes: ToneClasses

    init(_ file: ToneModelFile, _ shape: EncoderShape) throws(ToneModelError) {
        words = try file.table("words", rows: shape.vocabulary, width: shape.width)
        positions = try file.table("positions", rows: shape.pieces, width: shape.width)
        embeddingNorm = try Norm(file, "embedding_norm", shape.width)
        var layers: [Layer] = []
        for number in 0..<shape.layers { layers.append(try Layer(file, number, shape)) }
        self.layers = layers
        head = try file.product("head", channels: shape.width, columns: 2 * shape.width)
        classes = try ToneClasses(file, columns: shape.width)
    }
}
