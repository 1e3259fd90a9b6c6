import CLinux
import Glibc
import Testing

@testable import ReaderProtocol

/// A shell script in a folder of its own that stands in for the worker; gone with the value.
private final class StandIn {
    let path: String
    private let folder: String

    init(_ lines: String) throws {
        var template = Array("/tmp/newswatch-stand-in-XXXXXX".utf8CString)
        folder = String(cString: try #require(template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }))
        path = folder + "/reader"
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o700)
        try #require(file >= 0)
        let text = Array("#!/bin/sh\n\(lines)\n".utf8)
        #expect(write(file, text, text.count) == text.count)
        close(file)
        // A process that another test is starting just now may still hold `file`, and the kernel runs no script
        // that is open for writing. A lease (F_SETLEASE is 1024) is given only when nobody has it open so.
        let readable = open(path, O_RDONLY | O_CLOEXEC)
        while fcntl(readable, 1024, F_RDLCK) != 0, errno == EAGAIN { sched_yield() }
        close(readable)
    }

    deinit {
        unlink(path)
        rmdir(folder)
    }
}

/// Runs `lines` as the worker and gives what it wrote to its socket.
private func told(by lines: String) throws -> String {
    let standIn = try StandIn(lines)
    let process = try ReaderProcess.spawn(executable: standIn.path)
    defer { close(process.socket) }
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = recv(process.socket, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        said += buffer[..<count]
    }
    var status: Int32 = 0
    #expect(waitpid(process.pid, &status, 0) == process.pid)
    return String(decoding: said, as: UTF8.self)
}

// One after the other: some change the signals or descriptors that a worker would inherit.
@Suite(.serialized) struct ReaderProcessTests {
    @Test func aWorkerHasNothingOpenButItsSocketAndTheStandardErrorOfItsParent() throws {
        // A descriptor that is not close-on-exec, as a library might leave one.
        let leak = dup2(2, 77)
        defer { close(leak) }
        let said = try told(by: "cd /proc/$$/fd; for i in *; do echo $i $(readlink $i); done >&3")
        let lines = said.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        let open = Dictionary(uniqueKeysWithValues: lines.map { ($0[0], $0.count > 1 ? $0[1] : "") })
        #expect(open["0"] == "/dev/null")
        #expect(open["2"] != nil)
        #expect(open["3"]?.hasPrefix("socket:") == true)
        #expect(open["77"] == nil)
    }

    @Test func aWorkerGetsNoEnvironmentOfItsParent() throws {
        try #require(getenv("PATH") != nil, "the parent has an environment that could be passed on")
        let said = try told(by: "tr '\\0' '\\n' </proc/$$/environ >&3")
        let variables = Set(said.split(separator: "\n").map(String.init))
        let expected: Set = ["LANG=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
        // The variable for fault tests may be set from outside.
        #expect(variables.isSuperset(of: expected))
        #expect(variables.subtracting(expected).allSatisfy { $0.hasPrefix(ReaderProcess.faultVariable) })
    }

    @Test func aWorkerBeginsWithNoSignalBlockedOrIgnored() throws {
        signal(SIGUSR1, SIG_IGN)
        defer { signal(SIGUSR1, SIG_DFL) }
        var blocked = sigset_t()
        var before = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &blocked, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let said = try told(by: "exec grep -E '^Sig(Blk|Ign)' /proc/self/status >&3")
        let masks = said.split(separator: "\n").compactMap { line in
            line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) }
        }
        // Signals 1 to 31; 32 and 33 belong to the C library, which nobody can set.
        #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
    }

    @Test func aMissingProgramIsNamedWithItsReason() {
        let missing = "/nonexistent/newswatch-reader"
        #expect(throws: ReaderProcessError.cannotStart(executable: missing, errno: ENOENT)) {
            try ReaderProcess.spawn(executable: missing)
        }
    }

    @Test func aWorkerThatEndsAtOnceIsAnErrorAndLeavesNoZombie() throws {
        let standIn = try StandIn("exit 3")
        let configuration = ReaderConfiguration(memoryLimit: 1 << 29, cpuSeconds: 1, maxFileSize: 1)
        #expect(throws: ReaderProcessError.self) {
            try BlockingReader(executable: standIn.path, configuration: configuration, indexDescriptor: 0)
        }
    }

    @Test func aWorkerThatAnswersNonsenseIsAnErrorOfTheFrame() throws {
        // A length of 0xFFFFFFFF.
        let standIn = try StandIn("printf '\\377\\377\\377\\377' >&3; read line <&3")
        let configuration = ReaderConfiguration(memoryLimit: 1 << 29, cpuSeconds: 1, maxFileSize: 1)
        #expect {
            try BlockingReader(executable: standIn.path, configuration: configuration, indexDescriptor: 0)
        } throws: { error in
            guard case .frame(.tooLong) = error as? ReaderProcessError else { return false }
            return true
        }
    }

    @Test func theReasonOfAWorkerThatGivesUpIsTold() throws {
        // The frame of failed("no"): length 11, kind 4, count 2 in eight octets, "no".
        let standIn = try StandIn("printf '\\013\\0\\0\\0\\004\\002\\0\\0\\0\\0\\0\\0\\0no' >&3; read line <&3")
        let configuration = ReaderConfiguration(memoryLimit: 1 << 29, cpuSeconds: 1, maxFileSize: 1)
        #expect(throws: ReaderProcessError.gone("no")) {
            try BlockingReader(executable: standIn.path, configuration: configuration, indexDescriptor: 0)
        }
    }

    @Test func theWorkersPlaceCanBeNamedByHand() throws {
        #expect(ReaderLocation.find(chosen: "/bin/sh") == "/bin/sh")
        #expect(ReaderLocation.find(chosen: "/nonexistent/reader") == nil)
        #expect(ReaderLocation.find(chosen: nil) != "/bin/sh")
    }
}
