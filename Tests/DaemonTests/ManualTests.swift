import ControlProtocol
import FoundationEssentials
import Glibc
import NewswatchModel
import Testing
import WatchlistFiles

@testable import newswatchd

/// The manual says what the programs do: nothing is missing, nothing is left over, and its examples run.
@Suite struct ManualTests {
    private static let checkout = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")
    private static let pages = [
        "newswatch-protocol.7", "newswatch-reader.8", "newswatch-watchlist.5", "newswatchctl.1", "newswatchd.8",
        "newswatchd.toml.5",
    ]

    private func lines(_ page: String) throws -> [String] {
        try String(contentsOfFile: Self.checkout + "/man/" + page, encoding: .utf8).components(separatedBy: "\n")
    }

    /// The lines of a section, without its heading.
    private func section(_ name: String, of page: String) throws -> [String] {
        let rest = try lines(page).drop { $0 != ".Sh \(name)" }.dropFirst()
        return Array(rest.prefix { !$0.hasPrefix(".Sh ") })
    }

    /// What stands behind `macro` where that begins a line, up to the first blank.
    private func firstWords(_ macro: String, _ lines: [String]) -> Set<String> {
        Set(
            lines.filter { $0.hasPrefix(macro + " ") }.map {
                String($0.dropFirst(macro.count + 1).prefix { $0 != " " })
            })
    }

    private struct Dump: Decodable {
        struct Command: Decodable {
            struct Argument: Decodable {
                struct Name: Decodable {
                    let kind: String
                    let name: String
                }
                let names: [Name]?
            }
            let commandName: String
            let arguments: [Argument]?
            let subcommands: [Command]?

            var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
        }
        let command: Command
    }

    @Test(arguments: [("newswatchctl", "newswatchctl.1"), ("newswatchd", "newswatchd.8")])
    func everyCommandAndOptionStandsInItsPageAndNoOther(_ program: String, _ page: String) throws {
        let (status, json) = try RunningDaemon().run(program, ["--experimental-dump-help"])
        #expect(status == 0)
        let commands = try JSONDecoder().decode(Dump.self, from: Data(json.utf8)).command.all
        let text = try lines(page).joined(separator: "\n")
        for command in commands.dropFirst() where command.commandName != "help" {
            #expect(
                text.contains("Cm \(command.commandName)") || text.contains(" \(command.commandName)\n"),
                "\(command.commandName)")
        }
        let names = commands.flatMap { $0.arguments ?? [] }.flatMap { $0.names ?? [] }
        let options = Set(names.filter { $0.kind == "long" }.map(\.name))
        let written = try text.matches(of: Regex(#"Fl -([a-z][a-z-]*)"#)).map { String($0.output[1].substring ?? "") }
        #expect(options.subtracting(written) == [], "missing in \(page)")
        // --wait and the like of other programs do not stand behind Fl.
        #expect(Set(written).subtracting(options).subtracting(["help", "version"]) == [], "gone, but in \(page)")
    }

    @Test func theProtocolsPageHasEveryVerbErrorAndLimitAndNoOther() throws {
        let page = "newswatch-protocol.7"
        #expect(firstWords(".Ss", try section("VERBS", of: page)) == Set(Verb.allCases.map(\.rawValue)))
        let errors = firstWords(".It Cm", try section("ERROR CODES", of: page))
        #expect(errors == Set(ErrorCode.allCases.map(\.rawValue)))
        let limits = try section("LIMITS", of: page).joined(separator: " ")
        for number in [
            Limits.lineOctets, Limits.payloadOctets >> 20, Limits.payloadDigits, Limits.wordOctets, Limits.tagOctets,
            Limits.verbOctets, Limits.keyOctets, Limits.responseOctets >> 20, Limits.pendingRequests,
            Limits.connections,
            Limits.connectionsPerUID, Limits.firstByteSeconds, Limits.pendingDescriptors, Limits.lineSeconds,
            Limits.payloadSeconds, Limits.answerSeconds, Limits.idleSeconds, Limits.subscriberOutputOctets >> 20,
            Limits.defaultItems, Limits.maximumItems,
        ] {
            #expect(limits.split { !$0.isNumber }.contains("\(number)"), "\(number)")
        }
    }

    @Test func everyKeyOfTheConfigurationStandsInItsPageAndNoOther() throws {
        let source = try TOMLSource(path: "c.toml", bytes: Array("[[rule]]".utf8))
        let keys = Configuration.read(source.root, places: .system).keys
        let written = try lines("newswatchd.toml.5").compactMap { line -> String? in
            guard let match = line.firstMatch(of: /^\.It Ic \[+([a-z]+)\]+ ([a-z-]+)/) else { return nil }
            return "\(match.output.1).\(match.output.2)"
        }
        #expect(Set(written) == Set(keys))
    }

    @Test func everyKeyOfAWatchlistStandsInItsPageAndNoOther() throws {
        let written = firstWords(".It Ic", try lines("newswatch-watchlist.5"))
        #expect(written == Set(Entity.CodingKeys.allCases.map(\.rawValue)).union(["lang"]))
    }

    @Test func everyReasonAndMessageOfTheDaemonStandsInItsPage() throws {
        let text = try lines("newswatchd.8").joined(separator: "\n")
        for reason in QuarantineReason.allCases { #expect(text.contains(reason.rawValue), "\(reason)") }
        for id in [
            MessageID.started, MessageID.alert, MessageID.quarantined, MessageID.configurationBroken,
            MessageID.diskTrouble,
        ] {
            #expect(text.contains(id), "\(id)")
        }
    }

    /// Other manuals need not be installed where this runs; everything else is a fault.
    @Test(arguments: ManualTests.pages) func mandocFindsNothing(_ page: String) throws {
        let (_, output) = try RunningDaemon().run(
            path: "/usr/bin/mandoc", ["-T", "lint", "-W", "style", Self.checkout + "/man/" + page])
        let faults = output.split(separator: "\n").filter {
            !$0.contains("referenced manual not found") && !$0.contains("outdated mandoc.db")
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    /// Lines that begin with `$ ` in a literal display, one after the other in a folder of their own.
    @Test(arguments: ManualTests.pages) func theExamplesRun(_ page: String) throws {
        let commands = try lines(page).filter { $0.hasPrefix("$ ") }.map {
            $0.dropFirst(2).replacing("\\e", with: "\\").replacing("\\-", with: "-").replacing(/\\\[u([0-9A-F]+)\]/) {
                UInt32($0.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
            }
        }
        let daemon = try RunningDaemon().start()
        mkdir(daemon.folder + "/examples", 0o700)
        for command in commands {
            let (status, output) = try daemon.run(
                path: "/bin/bash", ["-c", "cd '\(daemon.folder)/examples' && \(command)"])
            #expect(status == 0, "\(command)\n\(output)")
        }
    }
}
