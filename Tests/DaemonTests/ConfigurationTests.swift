import Glibc
import NewswatchModel
import ReaderProtocol
import Testing
import WatchlistFiles

@testable import newswatchd

@Suite struct ConfigurationTests {
    private func read(_ text: String) throws -> (configuration: Configuration, problems: [FileProblem]) {
        let source = try TOMLSource(path: "c.toml", bytes: Array(text.utf8))
        let (configuration, problems, _) = Configuration.read(source.root, places: .system)
        return (configuration, problems)
    }

    private static var sample: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
            + "/etc/newswatch/newswatchd.toml"
    }

    @Test func theSampleEqualsTheDefaults() throws {
        var (loaded, warnings) = try Configuration.load(path: Self.sample, places: .system)
        #expect(warnings.isEmpty)
        #expect(
            loaded.rules == [
                Configuration.everyMention,
                AlertRule(
                    id: "tone-below", condition: .toneBelow(-0.4), severity: .warning, cooldown: 6 * 3600),
            ])
        loaded.rules = [Configuration.everyMention]
        #expect(loaded == Configuration(places: .system))
    }

    @Test func theSampleShowsEveryKeyAndItsPathsAreTheServicesOwn() throws {
        let lines = String(decoding: try bytes(of: Self.sample), as: UTF8.self).split(separator: "\n")
        var section = ""
        var shown: Set<String> = []
        var uncommented = ""
        for line in lines {
            let isKey = line.hasPrefix("#") && line.dropFirst().first?.isLetter == true
            let active = isKey ? line.dropFirst() : line
            uncommented += active + "\n"
            if active.hasPrefix("[") {
                section = active.filter { $0 != "[" && $0 != "]" }
            } else if let equals = active.firstIndex(of: "="), !active.hasPrefix("#") {
                shown.insert("\(section).\(active[..<equals].filter { $0 != " " })")
            }
        }
        let source = try TOMLSource(path: "c.toml", bytes: Array("[[rule]]".utf8))
        let keys = Configuration.read(source.root, places: .system).keys
        #expect(keys.count > 20)
        #expect(Set(keys).symmetricDifference(shown).isEmpty)
        var (whole, problems) = try read(uncommented)
        #expect(problems.isEmpty)
        whole.rules = [Configuration.everyMention]
        var usual = Configuration(places: .system)
        // Where models are depends on where the program stands.
        #expect(whole.tone.modelFolder == ModelLocation.installed)
        (whole.tone.modelFolder, usual.tone.modelFolder) = (nil, nil)
        #expect(whole == usual)
    }

    private func bytes(of path: String) throws -> [UInt8] {
        let stream = try #require(fopen(path, "r"))
        defer { fclose(stream) }
        var result: [UInt8] = []
        while case let byte = fgetc(stream), byte != EOF { result.append(UInt8(truncatingIfNeeded: byte)) }
        return result
    }

    @Test(arguments: [
        ("[spol]\n", 1, 1, "no key \"spol\"", "did you mean \"spool\"?"),
        ("[spool]\ndirectory = \"spool\"\n", 2, 13, "no absolute path", "starting with /"),
        ("[spool]\nmax-file-size = \"16 parsecs\"\n", 2, 17, "no number with a known unit", "16 MiB"),
        ("[spool]\nmax-file-size = 3\n", 2, 17, "out of range", "1 KiB to 1 GiB"),
        ("[spool]\nmax-file-size = \"99999999999999 GiB\"\n", 2, 17, "out of range", "1 KiB to 1 GiB"),
        ("[spool]\nmax-file-size = true\n", 2, 17, "is true or false", "16 MiB"),
        ("[spool]\nrescan-seconds = 0\n", 2, 18, "out of range", "1 to 86400"),
        ("[spool]\nrescan-seconds = 1.5\n", 2, 18, "is a number", "a whole number, 1 to 86400"),
        ("[workers]\ncount = 65\n", 2, 9, "out of range", "0 to 64"),
        ("[workers]\nmemory = 512\n", 2, 10, "out of range", "128 MiB to 64 GiB"),
        ("[control]\nsocket-mode = 660\n", 2, 15, "no mode", "octal"),
        ("[control]\nsocket-mode = \"0060\"\n", 2, 15, "no mode", "octal"),
        ("[log]\nlevel = \"warn\"\n", 2, 9, "no such choice", "warning"),
        ("log = 3\n", 1, 7, "log is a whole number", "[log]"),
        ("[[rule]]\ncondition = \"mention\"\n", 1, 1, "has no id", "add id"),
        ("[[rule]]\nid = \"r\"\n", 1, 1, "has no condition", "tone-below"),
        ("[[rule]]\nid = \"R\"\ncondition = \"mention\"\n", 2, 6, "no id", "1 to 64"),
        (
            "[[rule]]\nid = \"r\"\ncondition = \"tone-bellow\"\n", 3, 13, "no such choice",
            "did you mean \"tone-below\"?"
        ),
        ("[[rule]]\nid = \"r\"\ncondition = \"tone-below\"\n", 1, 1, "has no threshold", "-1.0 to 1.0"),
        ("[[rule]]\nid = \"r\"\ncondition = \"tone-below\"\nthreshold = -4\n", 4, 13, "out of range", "-1.0 to 1.0"),
        ("[[rule]]\nid = \"r\"\ncondition = \"mention\"\nthreshold = 0\n", 4, 13, "no threshold", "remove it"),
        ("[[rule]]\nid = \"r\"\ncondition = \"mention\"\ncooldown = \"6 weeks\"\n", 4, 12, "known unit", "15m"),
        ("[[rule]]\nid = \"r\"\ncondition = \"mention\"\nentities = [\"A\"]\n", 4, 13, "no entity's id", "1 to 64"),
        ("[[rule]]\nid = \"r\"\ncondition = \"mention\"\nseverity = \"loud\"\n", 4, 12, "no such choice", "critical"),
    ])
    func aWrongKeyOrValueIsTold(text: String, line: Int, column: Int, message: String, cure: String) throws {
        let problems = try read(text).problems
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.path == "c.toml")
        #expect([problem.line, problem.column] == [line, column])
        #expect(problem.severity == .error)
        #expect(problem.message.contains(message), "\(problem)")
        #expect(problem.cure.contains(cure), "\(problem)")
    }

    @Test func aRuleIdTwiceNamesTheFirst() throws {
        let rule = "[[rule]]\nid = \"r\"\ncondition = \"mention\"\n"
        let problems = try read(rule + rule).problems
        #expect(problems.map(\.line) == [5])
        #expect(problems.first?.message.contains("line 1") == true)
    }

    @Test func quantitiesMayHaveUnits() throws {
        let (loaded, problems) = try read(
            "[spool]\nmax-file-size = \"2MiB\"\n[workers]\nmemory = \"1 GiB\"\n[control]\npayload-max = 4096\n"
                + "idle = \"15m\"\nsocket-mode = 0o600\n[[rule]]\nid = \"r\"\ncondition = \"mention\"\ncooldown = \"1d\""
        )
        #expect(problems.isEmpty)
        #expect(loaded.spool.maxFileSize == 2 << 20)
        #expect(loaded.workers.memoryMiB == 1024)
        #expect(loaded.control.payloadMaxBytes == 4096)
        #expect(loaded.control.idleSeconds == 900)
        #expect(loaded.control.socketMode == 0o600)
        #expect(loaded.rules.map(\.cooldown) == [86_400])
    }

    @Test func noRuleAtAllIsTheDefaultRuleAndAnEmptyListIsNone() throws {
        #expect(try read("").configuration.rules == [Configuration.everyMention])
        #expect(try read("rule = []").configuration.rules.isEmpty)
    }

    @Test func aFileThatWasAskedForMustExist() throws {
        let nowhere = Places.perUser(environment: ["HOME": "/nonexistent"], uid: 7) { _ in false }
        #expect(try Configuration.load(path: nil, places: nowhere).configuration == Configuration(places: nowhere))
        let error = try #require(throws: FileProblems.self) {
            try Configuration.load(path: "/nonexistent/c.toml", places: nowhere)
        }
        #expect(error.problems.map(\.cure) == ["create it, or name another"])
    }

    @Test func placesOfAUserFollowXDG() {
        let plain = Places.perUser(environment: ["HOME": "/h/"], uid: 7) { $0 == "/run/user/7" }
        #expect(plain.configurationFile == "/h/.config/newswatch/newswatchd.toml")
        #expect(plain.watchlistDirectory == "/h/.config/newswatch/watchlist.d")
        #expect(plain.stateDirectory == "/h/.local/state/newswatch")
        #expect(plain.spoolDirectory == "/h/.local/state/newswatch/spool")
        #expect(plain.socketPath == "/run/user/7/newswatch/control.sock")
        let set = Places.perUser(
            environment: [
                "HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "relative", "XDG_RUNTIME_DIR": "/r",
            ], uid: 7
        ) { _ in true }
        #expect(set.configurationDirectory == "/c/newswatch")
        #expect(set.stateDirectory == "/h/.local/state/newswatch")
        #expect(set.socketPath == "/r/newswatch/control.sock")
        let bare = Places.perUser(environment: [:], uid: 7) { _ in false }
        #expect(bare.socketPath == "/tmp/newswatch-7/newswatch/control.sock")
        #expect(bare.stateDirectory == "/tmp/newswatch-7/.local/state/newswatch")
        #expect(Places.current(environment: [:], isSystemService: true) == .system)
    }
}
