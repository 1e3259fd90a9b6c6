import NewswatchModel
import Testing

@testable import Articles

#if canImport(Glibc)
    import Glibc
#endif

/// Reads bytes as a test's article would come in.
func read(
    _ bytes: [UInt8], named name: String = "a.txt", forced: ArticleFormat? = nil,
    limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> Article {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    return try ArticleReader.read(UnsafeRawBufferPointer(copy), fileName: name, forced: forced, limits: limits)[0]
}

func read(_ text: String, named name: String = "a.txt", forced: ArticleFormat? = nil) throws(ReadingError) -> Article {
    try read(Array(text.utf8), named: name, forced: forced)
}

/// The rejection that reading ends with; `nil` when it succeeds.
func rejection(_ bytes: [UInt8], named name: String = "a.bin", limits: ReadingLimits = ReadingLimits()) -> Rejection? {
    do throws(ReadingError) {
        _ = try read(bytes, named: name, limits: limits)
        return nil
    } catch {
        return error.rejection
    }
}

/// The bytes of a file in Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
    let folder = #filePath.dropLast("Reading.swift".count) + "Fixtures/"
    let descriptor = try #require({ $0 >= 0 ? $0 : nil }(open(folder + name, O_RDONLY | O_CLOEXEC)), "\(name)")
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    try #require(count >= 0)
    return Array(bytes[..<count])
}

/// Text in a legacy charset, by the C library.
func encoded(_ text: String, _ charset: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(charset, "UTF-8"))
    try #require(Int(bitPattern: converter) != -1)
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let room = output.count
    var left = input.count
    var free = room
    let answer = input.withUnsafeMutableBufferPointer { from in
        output.withUnsafeMutableBufferPointer { to in
            var (source, target) = (from.baseAddress, to.baseAddress)
            return iconv(converter, &source, &left, &target, &free)
        }
    }
    try #require(answer != -1 && left == 0)
    return output[..<(room - free)].map { UInt8(bitPattern: $0) }
}
