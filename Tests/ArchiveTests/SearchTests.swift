import NewswatchModel
import Testing

@testable import Archive

struct SearchTests {
    let folder = TemporaryFolder()
    let archive: Archive

    init() async throws {
        archive = try Archive(directory: folder.path)
        let texts = [
            ("Bridge reopens", "Crews reopened the old bridge over the river at dawn."),
            ("Harbour dues", "The café by the bridge protested; the harbour authority didn't answer."),
            ("Мост открыт", "Губернатор назвал «Северный мост» готовым. Ёлки стояли у реки."),
            ("Weather", "Rain, then a river of fog."),
        ]
        let files = texts.enumerated().map { place, pair in
            file("f\(place)", [article(pair.1, title: pair.0, entity: nil)], sha256: sha256(place))
        }
        _ = try await archive.record(files, at: noon, rules: noRules)
    }

    @Test(arguments: [
        ("bridge", ["f0", "f1"]), ("BRIDGE river", ["f0"]), ("bridge AND river", ["f0"]),
        ("fog OR harbour", ["f1", "f3"]), ("river NOT bridge", ["f3"]), ("\"old bridge\"", ["f0"]),
        ("\"bridge old\"", []), ("reop*", ["f0"]), ("reop", []), ("cafe", ["f1"]), ("didn't", ["f1"]),
        ("мост", ["f2"]), ("МОСТ готовым", ["f2"]), ("губерн*", ["f2"]), ("\"северный мост\"", ["f2"]),
        ("ёлки", ["f2"]), ("(fog OR harbour) AND river", ["f3"]), ("fog OR bridge NOT harbour", ["f0", "f3"]),
        ("the NOT harbour bridge", ["f0"]), ("bridge the NOT harbour", ["f0"]), ("river NOT fog NOT bridge", []),
        ("title:bridge", []), ("near(bridge)", []), ("or", []), ("\"river of\"*", ["f3"]),
        ("-bridge; DROP", []), ("{bridge}", ["f0", "f1"]), ("^bridge", ["f0", "f1"]), ("bridge AND_", []),
    ])
    func wordsFindArticles(query: String, files: [String]) async throws {
        #expect(try await archive.search(query, limit: 9).map(\.row.file).sorted() == files)
    }

    @Test(arguments: [
        ("", "nothing to look for"), ("   ", "nothing to look for"), ("\"open", "closing quotation mark"),
        ("NOT bridge", "before"), ("bridge AND", "missing after AND"), ("OR bridge", "missing before OR"),
        ("bridge OR OR river", "missing before OR"), ("(bridge", "not closed"), ("bridge)", "closes nothing"),
        ("()", "missing before )"), ("*", "no letter or digit"), ("bridge -", "no letter or digit"),
        ("\"\"", "no letter or digit"), ("a\0b", "no letter or digit"),
        (Array(repeating: "a", count: 65).joined(separator: " "), "64 at most"),
        (String(repeating: "(", count: 4000), "64 at most"),
    ])
    func aBadQueryIsToldWithItsReason(query: String, reason: String) async throws {
        do {
            _ = try await archive.search(query, limit: 9)
            Issue.record("\(query) was taken")
        } catch {
            guard case .badQuery(let told) = error else { Issue.record("\(error)"); return }
            #expect(told.contains(reason))
        }
    }

    @Test(arguments: [" ", " OR ", " NOT ", " AND (a) OR "])
    func theLongestQueryIsTaken(separator: String) async throws {
        let words = separator.contains("(") ? 30 : 64
        let query = Array(repeating: "bridge", count: words).joined(separator: separator)
        _ = try await archive.search(query, limit: 9)
    }

    @Test(arguments: ["", "fog OR fog AND fog NOT ", "fog NOT dew AND fog OR "])
    func parenthesesNestTenDeep(before: String) async throws {
        func nested(_ depth: Int) -> String {
            String(repeating: before + "(", count: depth) + "fog" + String(repeating: ")", count: depth)
        }
        _ = try await archive.search(nested(10), limit: 9)
        await #expect(throws: ArchiveError.badQuery("parentheses stand in each other more than 10 deep")) {
            try await archive.search(nested(11), limit: 9)
        }
    }

    @Test func aTitleWeighsMoreAndTheLimitHolds() async throws {
        #expect(try await archive.search("bridge", limit: 1).map(\.row.file) == ["f0"])
        #expect(try await archive.search("bridge", limit: 0).isEmpty)
    }

    @Test func aSnippetMarksTheWordsAndTheyAlone() async throws {
        let hit = try #require(try await archive.search("готовым", limit: 1).first)
        #expect(hit.snippet.contains("назвал \"Северный мост\" «готовым»."))
        #expect(hit.excerpt.contains("«Северный мост» готовым."))
        let marked = hit.marks.map { String(decoding: Array(hit.excerpt.utf8)[$0.start..<$0.end], as: UTF8.self) }
        #expect(marked == ["готовым"])
    }
}
