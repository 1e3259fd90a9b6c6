import CLinux
import Glibc
import Matching
import NewswatchModel
import Testing

@testable import ReaderProtocol

/// The real newswatch-reader, looked at from outside.
@Suite(.serialized) struct WorkerTests {
    private func index(_ names: [String], version: Int = 3) throws -> MemoryFile {
        let entities = names.enumerated().compactMap { number, name in
            EntityID("e\(number)").map { Entity(id: $0, name: name, kind: .organisation) }
        }
        return try MemoryFile(IndexBuilder.build(entities, version: version))
    }

    private func reader(
        _ index: MemoryFile, memory: Int = 1 << 30, cpu: Int = 20, most: Int = 1 << 20
    ) throws -> BlockingReader {
        let executable = try #require(ReaderLocation.find(), "newswatch-reader is built with the tests")
        let configuration = ReaderConfiguration(
            memoryLimit: memory, cpuSeconds: cpu, maxFileSize: most, modelFolder: ModelLocation.find())
        return try index.withDescriptor {
            try BlockingReader(executable: executable, configuration: configuration, indexDescriptor: $0)
        }
    }

    /// Octets of all model files: they are mapped and come on top of the limit.
    private func modelOctets() throws -> Int {
        let folder = try #require(ModelLocation.find())
        let listing = try #require(opendir(folder))
        defer { closedir(listing) }
        var octets = 0
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            if name.hasSuffix(".nwtone"), stat(folder + "/" + name, &status) == 0 { octets += Int(status.st_size) }
        }
        return octets
    }

    private func scan(_ reader: BlockingReader, _ text: String, name: String = "a.txt") throws -> ScanResult {
        try MemoryFile(text).withDescriptor {
            try reader.scan(ScanRequest(id: 1, fileName: name), descriptor: $0)
        }
    }

    private func mentions(_ result: ScanResult) -> [String] {
        guard case .articles(let articles) = result.outcome else { return [] }
        return articles.flatMap { $0.mentions.map(\.surface) }
    }

    private func proc(_ pid: pid_t, _ file: String) throws -> [String: String] {
        let descriptor = open("/proc/\(pid)/\(file)", O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = read(descriptor, &bytes, bytes.count)
        try #require(count > 0)
        var fields: [String: String] = [:]
        for line in String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n") {
            // "Seccomp:\t2" in status, "Max open files     64    64    files" in limits.
            let isStatus = line.contains(":\t")
            let name = isStatus ? line.prefix { $0 != ":" } : line.prefix(25)
            let words = line.dropFirst(name.count + (isStatus ? 1 : 0)).split(whereSeparator: \.isWhitespace)
            var key = String(name)
            while key.last == " " { key.removeLast() }
            fields[key] = words.first.map(String.init)
        }
        return fields
    }

    private let story = "Ferries run again\n\nThe harbour said that Norland Ferries would run again from Monday on.\n"

    @Test func aFileIsReadAndItsMentionsComeBack() throws {
        let reader = try reader(try index(["Norland Ferries"], version: 41))
        #expect(reader.ready.watchlistVersion == 41)
        #expect(!reader.ready.models.isEmpty)
        #expect(mentions(try scan(reader, story)) == ["Norland Ferries"])
    }

    @Test func theWorkerHasNoPrivilegesAndASystemCallFilter() throws {
        let reader = try reader(try index(["Norland Ferries"]))
        let status = try proc(reader.process.pid, "status")
        #expect(status["NoNewPrivs"] == "1")
        #expect(status["Seccomp"] == "2")
        #expect(status["Threads"] == "1")
    }

    @Test func theWorkersLimitsAreInForce() throws {
        let names = try index(["Norland Ferries"])
        let reader = try reader(names, memory: 777 << 20)
        _ = try scan(reader, story)
        let limits = try proc(reader.process.pid, "limits")
        let indexSize = names.withDescriptor { Int(lseek($0, 0, SEEK_END)) }
        let models = try modelOctets()
        #expect(limits["Max address space"] == "\((777 << 20) + indexSize + models)")
        #expect(limits["Max open files"] == "64")
        #expect(limits["Max core file size"] == "0")
        #expect(limits["Max file size"] == "0")
        #expect(Int(limits["Max cpu time"] ?? "").map { (20...40).contains($0) } == true)
    }

    @Test func aNewIndexServesTheFilesAfterIt() throws {
        let reader = try reader(try index(["Norland Ferries"]))
        #expect(mentions(try scan(reader, story)) == ["Norland Ferries"])
        let larger = try index((0..<500).map { "Company \($0) Limited" } + ["harbour"])
        let frame = ReaderRequest.index(ToneWordLists()).encoded()
        let sent = larger.withDescriptor { descriptor in
            var attached = descriptor
            return frame.withUnsafeBytes { nw_send(reader.process.socket, $0.baseAddress, $0.count, &attached, 1) }
        }
        #expect(sent == frame.count)
        #expect(mentions(try scan(reader, story)) == ["harbour"])
    }

    @Test func bytesThatAreNoIndexAreRefusedInWords() throws {
        let noIndex = try MemoryFile("this is no compiled watchlist")
        #expect {
            try reader(noIndex)
        } throws: { error in
            guard case .gone(let reason) = error as? ReaderProcessError else { return false }
            return reason.contains("watchlist")
        }
    }

    @Test func aLegacyCharsetIsReadInsideTheSandbox() throws {
        let reader = try reader(try index(["Norland Ferries"]))
        // windows-1251: 0xC0 to 0xFF are the Cyrillic letters from U+0410 on.
        let text =
            "Паромы снова ходят\n\nЖители города рады тому что переправа заработала раньше осени. Паромы Norland Ferries "
            + "снова ходят каждый день и берут на борт всех желающих. Городские власти обещали это весной.\n"
        let bytes = text.unicodeScalars.map { scalar in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x0410 + 0xC0)
        }
        let result = try MemoryFile(bytes).withDescriptor {
            try reader.scan(ScanRequest(id: 9, fileName: "a.txt"), descriptor: $0)
        }
        guard case .articles(let articles) = result.outcome, let article = articles.first?.article else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(article.text.contains("Жители города рады"))
        #expect(mentions(result) == ["Norland Ferries"])
    }

    @Test func aFileOfJustTheLimitIsReadAndOneOctetMoreIsTooLarge() throws {
        let reader = try reader(try index(["Norland Ferries"]), most: story.utf8.count)
        #expect(mentions(try scan(reader, story)) == ["Norland Ferries"])
        guard case .rejected(let rejection) = try scan(reader, story + ".").outcome else {
            Issue.record("not rejected")
            return
        }
        #expect(rejection.reason == .tooLarge)
        #expect(mentions(try scan(reader, story)) == ["Norland Ferries"])
    }

    @Test func whatIsNoFileIsUnreadableAndTheWorkerGoesOn() throws {
        let reader = try reader(try index(["Norland Ferries"]))
        let folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        let result = try reader.scan(ScanRequest(id: 1, fileName: "a.txt"), descriptor: folder)
        guard case .rejected(let rejection) = result.outcome else {
            Issue.record("not rejected")
            return
        }
        #expect(rejection.reason == .unreadable)
        #expect(mentions(try scan(reader, story)) == ["Norland Ferries"])
    }

    @Test func manyFilesLeaveNoDescriptorOpen() throws {
        let reader = try reader(try index(["Norland Ferries"]))
        // More than RLIMIT_NOFILE lets it keep.
        for _ in 0..<150 { #expect(mentions(try scan(reader, story)) == ["Norland Ferries"]) }
    }

    #if DEBUG
        private func end(ofFault fault: String, cpu: Int = 20) throws -> Int32? {
            let executable = try #require(ReaderLocation.find())
            let configuration = ReaderConfiguration(memoryLimit: 512 << 20, cpuSeconds: cpu, maxFileSize: 1 << 20)
            let reader = try index(["Norland Ferries"]).withDescriptor {
                try BlockingReader(
                    ReaderProcess.spawn(executable: executable, fault: "\(fault):POISON"),
                    configuration: configuration, indexDescriptor: $0)
            }
            #expect(mentions(try scan(reader, story)) == ["Norland Ferries"])
            #expect(throws: ReaderProcessError.self) { try scan(reader, story + "POISON\n") }
            var ended = siginfo_t()
            // Leaves it to be reaped by the reader.
            #expect(waitid(P_PID, id_t(reader.process.pid), &ended, WEXITED | WNOWAIT) == 0)
            return ended.si_code == CLD_EXITED ? nil : ended._sifields._sigchld.si_status
        }

        @Test func aCrashEndsOnlyTheWorker() throws {
            #expect(try end(ofFault: "crash") != nil)
        }

        @Test func memoryBeyondTheLimitEndsTheWorker() throws {
            #expect(try end(ofFault: "memory") != nil)
        }

        @Test func processorTimeBeyondTheLimitEndsTheWorker() throws {
            #expect(try end(ofFault: "hang", cpu: 1) == SIGXCPU)
        }
    #endif
}
