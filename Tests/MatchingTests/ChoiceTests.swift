import NewswatchModel
import Testing

@testable import Matching

@Suite("Which of several names")
struct ChoiceTests {
    @Test func theLongestAtTheLeftmostPlaceWins() throws {
        let names = ["Japan", "Bank of Japan", "Washington", "Washington Post", "Post"]
        #expect(
            try surfaces(names, "The Washington Post on the Bank of Japan and Japan")
                == ["Washington Post", "Bank of Japan", "Japan"])
        #expect(
            try surfaces(names, "the Washington Post", overlap: .all) == ["Washington Post", "Washington", "Post"])
    }

    @Test func theShorterIsFoundWhenTheLongerFails() throws {
        #expect(try surfaces(["Bank", "Bank of Japan"], "Bank of Japanese art; Bank of, Japan") == ["Bank", "Bank"])
        #expect(try surfaces(["United", "United Nations"], "United nations") == ["United"])
        #expect(try surfaces(["A B C", "B"], "A B D") == ["B"])
    }

    @Test func aSharedNameIsReportedForEachEntity() throws {
        let found = try mentions([entity(0, "Georgia"), entity(1, "Georgia")], "Georgia")
        #expect(found.map(\.entity.rawValue) == ["e0", "e1"])
    }

    @Test func aNamesOwnFullStopHidesNoOther() throws {
        let both = try mentions([entity(0, "Acme Inc."), entity(1, "Acme Inc")], "Acme Inc. said, Acme Inc too")
        #expect(
            both.map { "\($0.entity) \($0.surface)" } == ["e0 Acme Inc.", "e1 Acme Inc", "e0 Acme Inc", "e1 Acme Inc"])
        let one = try entity(0, "Acme Inc.") { $0.aliases = [Alias(name: "Acme Inc")] }
        #expect(try mentions([one], "Acme Inc. said").map(\.surface) == ["Acme Inc."])
    }

    @Test func anEntityHasASpanOnce() throws {
        let twice = try entity(0, "Georgia") { $0.aliases = [Alias(name: "GEORGIA"), Alias(name: "Geórgia")] }
        #expect(try mentions([twice], "GEORGIA").map(\.nameIndex) == [0])
    }

    @Test func aPairsHashIsNotSymmetric() throws {
        let (a, b): (UInt32, UInt32) = (0x1234_5678, 0x8765_4321)
        #expect(TokenHash.edge(1, a) != TokenHash.edge(2, a))
        #expect(TokenHash.edge(1, a) != TokenHash.edge(1, b))
        #expect(TokenHash.edge(a, b) != TokenHash.edge(b, a))
        #expect(try surfaces(["North Korea", "Korea South"], "Korea North South Korea Korea South") == ["Korea South"])
    }

    @Test func titleComesBeforeTextAndNoNameSpansBoth() throws {
        let found = try mentions([entity(0, "Rome"), entity(1, "Rome Paris")], title: "Oh Rome", "Paris Rome")
        #expect(found.map(\.field) == [.title, .text])
        #expect(found.map(\.range.start) == [3, 6])
    }

    @Test func namesWithoutALetterAreNeverFound() throws {
        #expect(try surfaces(["", "!?", "--"], "!? -- x") == [])
        #expect(NameCheck.problem(in: "") == .empty)
        #expect(NameCheck.problem(in: " \u{AD}-") == .noLetterOrDigit)
        #expect(NameCheck.problem(in: "7") == nil)
    }
}
