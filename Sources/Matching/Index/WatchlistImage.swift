/// Writing of what a compiler has collected.
extension WatchlistCompiler {
    func image(version: Int) -> [UInt8] {
        var compiler = self
        let separators = spellings.rules.map { compiler.place($0.separator) }
        return compiler.write(version, separators)
    }

    private func write(_ version: Int, _ separators: [StringPlace]) -> [UInt8] {
        var writer = ImageWriter(counts: [
            .strings: trie.strings.count, .letters: ImageFormat.lettersSize,
            .filter: trie.filterWords, .branches: trie.branchWords, .alone: HashFilter.words(alone.count),
            .openings: HashFilter.words(openings.count), .small: HashFilter.words(small.count), .triples: triples.count,
            .words: trie.wordSlots, .edges: trie.edgeSlots,
            .nodes: Int(trie.nodeCount) + 1, .variants: variants.count, .shapes: spellings.shapes.count,
            .rules: spellings.rules.count, .entities: entities.count, .contexts: contexts.count, .terms: terms.count,
            .companions: companions.count, .forms: forms.count,
        ])
        writer.section(.strings) { $0.copyBytes(from: trie.strings) }
        writer.section(.filter) { trie.writeFilter($0) }
        writer.section(.branches) { trie.writeBranches($0) }
        let cyrillic = CyrillicFolds(spellings.folds)
        var letters = letters.names(cyrillic)
        cyrillic.release()
        writer.section(.letters) { bytes in
            let size = ImageFormat.lettersSize / 2
            withUnsafeBytes(of: &letters.ascii) {
                UnsafeMutableRawBufferPointer(rebasing: bytes[..<size]).copyMemory(from: $0)
            }
            withUnsafeBytes(of: &letters.cyrillic) {
                UnsafeMutableRawBufferPointer(rebasing: bytes[size...]).copyMemory(from: $0)
            }
        }
        writer.section(.alone) { for hash in alone { HashFilter.set(hash, $0, HashFilter.words(alone.count)) } }
        writer.section(.openings) {
            for hash in openings { HashFilter.set(hash, $0, HashFilter.words(openings.count)) }
        }
        writer.section(.small) { for hash in small { HashFilter.set(hash, $0, HashFilter.words(small.count)) } }
        writer.section(.triples) { bytes in
            for (index, word) in triples.enumerated() {
                bytes.storeBytes(of: word.littleEndian, toByteOffset: index * 8, as: UInt64.self)
            }
        }
        writer.section(.words) { trie.writeWords($0) }
        writer.section(.edges) { trie.writeEdges($0) }
        writeVariants(&writer)
        writer.section(.shapes) { bytes in
            for (index, shape) in spellings.shapes.enumerated() {
                bytes.put(index * 8, shape.firstRule, UInt32(shape.count) | shape.flags << 16)
            }
        }
        writer.section(.rules) { bytes in
            for (index, rule) in spellings.rules.enumerated() {
                bytes.put(
                    index * 16, UInt32(truncatingIfNeeded: rule.upperBits),
                    UInt32(truncatingIfNeeded: rule.upperBits >> 32), separators[index].offset,
                    UInt32(UInt16(clamping: separators[index].length)) | UInt32(rule.caseRule.rawValue) << 16)
            }
        }
        writer.section(.entities) { bytes in
            for (index, entity) in entities.enumerated() {
                bytes.put(index * 8, entity.id.offset, entity.id.length & 0x7F | entity.context << 7)
            }
        }
        writeContexts(&writer)
        return writer.finish(version: version, begins: letters.classes, entities: entities.count, names: names)
    }

    private func writeContexts(_ writer: inout ImageWriter) {
        writer.section(.contexts) { bytes in
            for (index, context) in contexts.enumerated() {
                bytes.put(
                    index * 20, context.terms.lowerBound, UInt32(context.terms.count), context.nearDistance,
                    context.companions.lowerBound)
                bytes.storeBytes(
                    of: UInt32(context.companions.count).littleEndian, toByteOffset: index * 20 + 16, as: UInt32.self)
            }
        }
        writer.section(.terms) { bytes in
            for (index, term) in terms.enumerated() {
                bytes.put(index * 16, term.phrase, term.gate.rawValue, term.text.offset, term.text.length)
            }
        }
        writer.section(.companions) { bytes in
            for (index, companion) in companions.enumerated() {
                bytes.put(index * 12, companion.target, companion.place.offset, companion.place.length)
            }
        }
        writer.section(.forms) { bytes in
            for (index, form) in forms.enumerated() { bytes.put(index * 8, form.offset, form.length) }
        }
    }

    /// Variants in the order of their nodes, so that a node needs only its first.
    private func writeVariants(_ writer: inout ImageWriter) {
        var starts = [UInt32](repeating: 0, count: Int(trie.nodeCount) + 1)
        for variant in variants { starts[Int(variant.node) + 1] += 1 }
        for node in 1..<starts.count { starts[node] += starts[node - 1] }
        writer.section(.nodes) { bytes in
            for (node, start) in starts.enumerated() {
                bytes.storeBytes(of: start.littleEndian, toByteOffset: node * 4, as: UInt32.self)
            }
        }
        writer.section(.variants) { bytes in
            for variant in variants {
                let place = Int(starts[Int(variant.node)])
                starts[Int(variant.node)] += 1
                bytes.put(
                    place * 12, variant.owner, variant.shape, UInt32(variant.nameIndex) | UInt32(variant.form) << 16)
            }
        }
    }
}
