import NewswatchModel

/// What a name asks of the case of its tokens.
enum CaseRules {
    /// Smart case: a capitalised token wants a capital initial, an acronym of two or three letters all capitals, a
    /// small token anything. In a name that is all in capitals with a longer token among them ("LEE JAE MYUNG"), the
    /// short ones are words, not acronyms, and may be anything.
    static func of(_ path: [Token], _ nameCase: NameCase) -> [CaseRule] {
        switch nameCase {
        case .any: return path.map { _ in .any }
        case .exact: return path.map { _ in .exact }
        case .smart: break
        }
        // A token without capitals whose initial counts as upper is of digits or of a script without case.
        let hasCase = { (token: Token) in token.upperBits != 0 }
        let isShouted =
            path.count > 1 && path.allSatisfy { $0.isAllUpper || (!hasCase($0) && $0.initialIsUpper) }
            && path.contains { $0.isAllUpper && $0.scalarCount > 3 }
        return path.map { token in
            guard hasCase(token), token.initialIsUpper else { return .any }
            guard token.isAllUpper, (2...3).contains(token.scalarCount) else { return .initial }
            return isShouted ? .any : .allUpper
        }
    }
}
