/// The word of `known` that `word` was most likely meant to be; `nil` when none is like it.
///
/// Alike is: equal but for case, hyphens and underscores, or few typing errors (a letter missing, added,
/// changed, or swapped with its neighbour): two in five letters, and always one.
func nearest(to word: String, among known: [String]) -> String? {
    let plain = flattened(word)
    let allowed = max(1, plain.count * 2 / 5)
    return known.map { (name: $0, distance: typingErrors(plain, flattened($0))) }
        .filter { $0.distance <= allowed }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
        .name
}

/// `did you mean "name"?` or, when nothing is alike, the whole choice.
func suggestion(for word: String, among known: [String]) -> String {
    if let near = nearest(to: word, among: known) { return "did you mean \"\(near)\"?" }
    return "known: \(known.joined(separator: ", "))"
}

private func flattened(_ word: String) -> [UInt8] {
    // Longer words than any key of ours are no typing error of one; the cut keeps the comparison small.
    word.lowercased().utf8.prefix(64).filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
}

/// Optimal string alignment distance.
private func typingErrors(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
        var row = [i + 1]
        for j in 0..<b.count {
            var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
            row.append(best)
        }
        rows.append(row)
    }
    return rows[a.count][b.count]
}
