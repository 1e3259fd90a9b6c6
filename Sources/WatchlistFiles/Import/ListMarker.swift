import Glibc

/// The first line of a list file that an import made: by it the next import knows that nobody wrote the file.
enum ListMarker {
    private static let begin = "# From "
    private static let maker = ", by newswatchctl watchlist import:"

    /// The line for a list made of a file of `format`, with its end.
    static func line(_ format: ImportFormat) -> [UInt8] {
        Array("\(begin)\(format.rawValue)\(maker) the next import replaces this file.\n".utf8)
    }

    /// Throws when there is a file at `path` that begins otherwise.
    static func require(in path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw FileProblems([cannot("be opened", path, errno)])
        }
        defer { close(descriptor) }
        var octets = [UInt8](repeating: 0, count: 256)
        let count = octets.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        let first = String(decoding: octets.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
        guard !first.hasPrefix(begin) || first.firstRange(of: maker) == nil else { return }
        throw FileProblems([
            FileProblem(
                path: path, message: "somebody wrote this list: its first line does not say that an import made it",
                cure: "give the new list another name with --as, or replace this one all the same with --force")
        ])
    }
}
