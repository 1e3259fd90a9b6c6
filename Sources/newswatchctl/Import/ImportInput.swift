import Glibc

/// The file of an import. Standard input is read as it comes: nothing has to be sought in it.
struct ImportInput {
    let descriptor: Int32
    /// In octets, where it is known.
    let size: Int?

    init(_ path: String) throws {
        guard path != "-" else {
            (descriptor, size) = (0, nil)
            return
        }
        let input = try FileInput(path)
        descriptor = input.descriptor
        var status = stat()
        size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
    }
}
