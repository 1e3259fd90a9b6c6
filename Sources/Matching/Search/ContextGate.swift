import NewswatchModel

/// The rules of an entity that look at words around a mention, in the order they are tried.
enum ContextGate: UInt32 {
    case exclude, notNear, near

    var refusal: RefusalGate {
        switch self {
        case .exclude: .exclude
        case .notNear: .notNear
        case .near: .near
        }
    }
}
