// newswatch-matchbench NAMES TEXT [--case smart|any] [--forms] [--rounds N]
//
// Builds an index of the names in a file, one a line, finds them in a text on one core, and prints what that took as
// one line of JSON. Benchmarks/run-matching sets it beside other matchers.
import Glibc
import Matching
import NewswatchModel

func fail(_ message: String) -> Never {
    let line = message + "\n"
    _ = line.utf8CString.withUnsafeBufferPointer { write(2, $0.baseAddress, line.utf8.count) }
    exit(2)
}

func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { fail("\(path) cannot be opened") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { fail("\(path) cannot be read") }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
            let got = read(descriptor, buffer.baseAddress! + count, size - count)
            if got <= 0 { break }
            count += got
        }
    }
}

func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Highest resident memory so far, in MiB.
func peak() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
}

var paths: [String] = []
var (nameCase, inflect, rounds) = (NameCase.smart, Inflection.none, 3)
var words = CommandLine.arguments.dropFirst()
while let word = words.popFirst() {
    switch word {
    case "--forms": inflect = .auto
    case "--case":
        guard let choice = words.popFirst().flatMap(NameCase.init(rawValue:)) else { fail("--case wants smart or any") }
        nameCase = choice
    case "--rounds":
        guard let count = words.popFirst().flatMap({ Int($0) }), count > 0 else { fail("--rounds wants a number") }
        rounds = count
    default: paths.append(word)
    }
}
guard paths.count == 2 else { fail("usage: newswatch-matchbench NAMES TEXT [--case smart|any] [--forms] [--rounds N]") }
let names = bytes(of: paths[0]).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
let entities = names.enumerated().compactMap { index, name in
    EntityID("n\(index)").map { Entity(id: $0, name: name, kind: .person, nameCase: nameCase, inflect: inflect) }
}
var buildTimes: [Double] = []
var image: [UInt8] = []
let before = peak()
for _ in 0..<rounds {
    let start = seconds()
    image = try IndexBuilder.build(entities, version: 1)
    buildTimes.append(seconds() - start)
}
let afterBuild = peak()
let index = try WatchlistIndex(bytes: image)
let text = bytes(of: paths[1])
var matcher = Matcher(index)
var times: [Double] = []
var mentions = 0
for _ in 0..<rounds {
    mentions = 0
    let start = seconds()
    text.withUnsafeBufferPointer { matcher.spans(in: $0) { _ in mentions += 1 } }
    times.append(seconds() - start)
}
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
print(
    "{\"names\":\(names.count),\"bytes\":\(text.count),\"build_s\":\(median(buildTimes)),\"index_bytes\":\(image.count),"
        + "\"mb_per_s\":\(Double(text.count) / median(times) / 1e6),\"mentions\":\(mentions),"
        + "\"build_peak_mib\":\(afterBuild - before),\"peak_mib\":\(peak())}")
