import Glibc
import NewswatchModel
import Tone

/// The tone models of a folder: every `.nwtone` file that can be used, and what is wrong with the others.
struct ModelFolder {
    private(set) var models = ToneModels()
    private(set) var facts: [ToneModelFacts] = []
    private(set) var problems: [String] = []
    /// Of all that is mapped.
    private(set) var octets = 0

    /// Opens, checks and maps the files. An engine of `off` and a folder that is not there give none.
    init(path: String?, engine: ToneEngine) {
        guard engine != .off, let path else { return }
        var files: [ToneModelFile] = []
        for name in Self.names(in: path) {
            do throws(ToneModelError) {
                let file = try ToneModelFile(path: path + "/" + name)
                try file.verify()
                files.append(file)
                octets += file.size
            } catch { problems.append("\(error)") }
        }
        models = ToneModels(files: files, engine: engine)
        problems += models.problems.map { "\($0)" }
        facts = models.identities.map(\.facts)
    }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".nwtone") { names.append(name) }
        }
        return names.sorted()
    }
}
