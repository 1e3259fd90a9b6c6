import Glibc

/// A folder of its own for one test, removed with what is in it at the end.
final class ScratchFolder {
    let path: String
    private var names: Set<String> = []

    init() {
        var template = Array("/tmp/newswatch-files-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nonexistent"
        }
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// Writes `text` to the file `name`; its path.
    @discardableResult func write(_ name: String, _ text: String) -> String {
        let file = claim(name)
        guard let stream = fopen(file, "w") else { return file }
        fputs(text, stream)
        fclose(stream)
        return file
    }

    /// A path in the folder that is removed at the end.
    func claim(_ name: String) -> String {
        names.insert(name)
        return path + "/" + name
    }
}
