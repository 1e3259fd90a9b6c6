import NewswatchModel
import Testing

@testable import Tone

/// What both tokenizers make of each scalar, against what Training makes of it.
///
/// The hashes are `features.hash64` over lines `SCALAR:RESULT`, SCALAR in hexadecimal, for every scalar of a block of
/// 4,096 that Unicode 14 knows: Training's Python has its tables. The block from U+11000 is left out, since two of its
/// Indic marks have changed category since.
@Suite struct UnicodeTests {
    /// RESULT: `basic_words("x" + scalar + "x")`, joined with `|`.
    @Test(
        arguments: [
            (0x0, 0x98B3242497BC0039), (0x1000, 0x739AF376726F1A5E), (0x2000, 0x1E1EE335056B1437),
            (0x3000, 0xAA6061E3EC3E9CD3), (0x4000, 0xBD1F189C44404B79), (0x5000, 0x3A8FB199FCDBAAD4),
            (0x6000, 0x9C59FB272E6F84CA), (0x7000, 0xDE728BF4E49B0189), (0x8000, 0x2275F26357F033AE),
            (0x9000, 0x6F0A84E040D6F5FD), (0xA000, 0x857F9EBE80109742), (0xB000, 0x435B7AADFAEFD6F6),
            (0xC000, 0x1EA2F743381FC1E5), (0xD000, 0xAB996EF3FD7051C7), (0xE000, 0x7BC9646F0762E67A),
            (0xF000, 0x509F2161909BF081), (0x10000, 0xA3D2B9BD52F62075),
            (0x12000, 0xC74748ADB130BD32), (0x13000, 0x28B7F894AE52459E), (0x14000, 0x8DD93F1F7BEAC43C),
            (0x16000, 0x63EBDC105C2AC234), (0x17000, 0xF1A8E9FCBD098101), (0x18000, 0xED2ECBE28666DAF4),
            (0x1A000, 0xB106BFCD456A5865), (0x1B000, 0x1810B9746E9ECD3E), (0x1C000, 0x7F8E079EAD675AB5),
            (0x1D000, 0xB431BBFE1854A6C3), (0x1E000, 0x16D95D4307E098DC), (0x1F000, 0x88C4CA88D7ADA0F7),
            (0x2F000, 0x0595F6601B3DCA20),
        ] as [(UInt32, UInt64)])
    func scalarsBecomeTheWordsOfTheEncoder(block: UInt32, expected: UInt64) {
        let found = hash(of: block) { scalar in
            var words: [String] = []
            var word = String.UnicodeScalarView("x".unicodeScalars)
            func close() {
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
            }
            PieceFolding.rules.forEach(scalar.value) { single in
                guard let folded = Unicode.Scalar(single.scalar) else { return }
                if single.kind == .blank || single.kind == .alone { close() }
                if single.kind == .part || single.kind == .alone { word.append(folded) }
                if single.kind == .alone { close() }
            }
            word.append("x")
            close()
            return words.joined(separator: "|")
        }
        #expect(found == expected, "block \(block)")
    }

    /// RESULT: word, prefix, suffix, shape of the tokens of `"A" + scalar + "b " + scalar`.
    @Test(
        arguments: [
            (0x0, 0x81947E344E77C677), (0x1000, 0xA856AC2835C1B556), (0x2000, 0x8643007F29E5B95E),
            (0x3000, 0xECDA1FB37F5655C1), (0x4000, 0x569C07A594921066), (0x5000, 0xD05DE648D6BB3F90),
            (0x6000, 0x310C015426545F7C), (0x7000, 0x25BEF91B7B65A0A7), (0x8000, 0x7B73B0D32A71673A),
            (0x9000, 0xF086CFF97FAA8246), (0xA000, 0x5DE0832A7178A968), (0xB000, 0xFB13C7A96CFAD673),
            (0xC000, 0xAD1E1C75D2858FE4), (0xD000, 0xB04B1EDFA9EE0D3E), (0xE000, 0x5F176FF51A4A6930),
            (0xF000, 0x816FB1B7CBB3EECE), (0x10000, 0x46A83DC2AE0DD349),
            (0x12000, 0xA6DE78EE9B0A8018), (0x13000, 0x38066A7146E9238C), (0x14000, 0x3C4CCBF3BA0242B5),
            (0x16000, 0x1800C7F1593F227E), (0x17000, 0xE6E905E2C5E39573), (0x18000, 0x5A57C6B013F5A645),
            (0x1A000, 0x1E8873A54D6A4543), (0x1B000, 0x0291E9308D9C9C09), (0x1C000, 0x7C571D5D7F59E3A2),
            (0x1D000, 0x07C49A2A86B2C8C5), (0x1E000, 0x72E0283A204FC56A), (0x1F000, 0x2F8B0F34252354B1),
            (0x2F000, 0xD42428D372A00573),
        ] as [(UInt32, UInt64)])
    func scalarsBecomeTheTokensOfTheConvolution(block: UInt32, expected: UInt64) {
        let shape = ConvolutionShape(
            width: 64, channels: 128, hidden: 128, dilations: [1], wordBuckets: 24_576, prefixBuckets: 8_192,
            suffixBuckets: 4_096, prefixLetters: 5, suffixLetters: 3, sideTokens: 40, mentionTokens: 8)
        var inputs = ConvolutionInputs(shape)
        let found = hash(of: block) { scalar in
            let text = Array("A\(scalar)b \(scalar)".utf8)
            let end = ByteRange(text.count, text.count)
            let input = text.withUnsafeBufferPointer {
                inputs.input($0, ToneTarget(passage: ByteRange(0, text.count), mention: end))
            }
            return input.tokens.map { "\($0.word),\($0.prefix),\($0.suffix),\($0.shape)" }.joined(separator: " ")
        }
        #expect(found == expected, "block \(block)")
    }

    private func hash(of block: UInt32, _ result: (Unicode.Scalar) -> String) -> UInt64 {
        var hash = FoldedHash()
        for value in block..<(block + 0x1000) {
            guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned,
                let age = scalar.properties.age, age.major <= 14
            else { continue }
            for byte in "\(String(value, radix: 16, uppercase: true)):\(result(scalar))\n".utf8 { hash.add(byte) }
        }
        return hash.value
    }

    @Test func hashesAreThoseOfTraining() {
        #expect(FoldedHash().value == 0xCBF2_9CE4_4FD0_BFC1)
        var hash = FoldedHash("w")
        for scalar in "putin".unicodeScalars { hash.add(scalar: scalar.value) }
        #expect(hash.value == 0x04A3_60BD_35B9_336D)
    }
}
