import CLinux
import Glibc

/// Where the worker program stands.
public enum ReaderLocation {
    /// Path of the installed program.
    public static let installed = "/usr/lib/newswatch/newswatch-reader"

    /// Where NEWSWATCH_READER says, else beside the running program, as after a build, else where it is installed.
    /// `nil` when it cannot be executed there.
    ///
    /// The variable is ignored in a program that runs with more rights than its caller has, as secure_getenv(3) does.
    public static func find() -> String? {
        find(chosen: nw_secure_getenv("NEWSWATCH_READER").map { String(cString: $0) })
    }

    /// - Parameter chosen: what the variable says.
    static func find(chosen: String?) -> String? {
        // Named by hand: another program in its place would surprise.
        if let chosen { return access(chosen, X_OK) == 0 ? chosen : nil }
        if let beside = ownFolder().map({ $0 + "newswatch-reader" }), access(beside, X_OK) == 0 { return beside }
        return access(installed, X_OK) == 0 ? installed : nil
    }
}

/// Where the tone models stand: a folder of `.nwtone` files.
public enum ModelLocation {
    /// Path of the installed folder.
    public static let installed = "/usr/share/newswatch/models"

    /// Where NEWSWATCH_MODELS says, else in the source tree that the running program was built in, else in the
    /// `share/newswatch/models` of the prefix that it is installed under, else where the package puts them. `nil` when
    /// there is no such folder.
    public static func find() -> String? {
        find(chosen: nw_secure_getenv("NEWSWATCH_MODELS").map { String(cString: $0) }, program: ownFolder())
    }

    /// - Parameters:
    ///   - chosen: what the variable says.
    ///   - program: the running program's folder, with a slash at its end.
    static func find(chosen: String?, program: String?) -> String? {
        if let chosen { return isFolder(chosen) ? chosen : nil }
        // SwiftPM puts programs into .build/TRIPLE/CONFIGURATION/; an installed one stands in bin/, or in lib/newswatch/.
        let near = program.map { folder in
            ["../../../Sources/Tone/Resources", "../share/newswatch/models", "../../share/newswatch/models"]
                .map { folder + $0 }
        }
        return ((near ?? []) + [installed]).first(where: isFolder)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// The running program's folder, with a slash at its end.
private func ownFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard length > 0 else { return nil }
    let own = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(own[...(own.lastIndex(of: "/") ?? own.startIndex)])
}
