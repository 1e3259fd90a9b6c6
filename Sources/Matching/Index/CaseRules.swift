import NewswatchModel

/// What a name asks of the case of its tokens.
struct CaseRules {
    private let nameCase: NameCase
    /// All in capitals, with a word among them that is too long for an acronym: "LEE JAE MYUNG".
    private let isShouted: Bool

    init(_ path: [TokenShape], _ nameCase: NameCase) {
        self.nameCase = nameCase
        isShouted =
            nameCase == .smart && path.count > 1 && path.allSatisfy { $0.isAllUpper || Self.hasNoCase($0) }
            && path.contains { $0.isAllUpper && $0.scalarCount > 3 }
    }

    /// Smart case: a capitalised token wants a capital initial, an acronym of two or three letters all capitals, a
    /// small token anything. In a shouted name the short ones are words, not acronyms, and may be anything ("Bank of
    /// England"), but for the first.
    func rule(_ token: TokenShape, isFirst: Bool) -> CaseRule {
        switch nameCase {
        case .any: return .any
        case .exact: return .exact
        case .smart: break
        }
        guard token.upperBits != 0, token.initialIsUpper else { return .any }
        guard token.isAllUpper, (2...3).contains(token.scalarCount) else { return .initial }
        return isShouted ? (isFirst ? .initial : .any) : .allUpper
    }

    /// A token without capitals whose initial counts as upper is of digits or of a script without case.
    private static func hasNoCase(_ token: TokenShape) -> Bool { token.upperBits == 0 && token.initialIsUpper }
}
