import NewswatchModel
import Testing

@testable import Matching

@Suite("Folding and case")
struct FoldingTests {
    @Test(
        "letters that are equal",
        arguments: [
            Row("Straße", in: "STRASSE Strasse STRAẞE", finds: ["STRASSE", "Strasse", "STRAẞE"]),
            Row("Izmir", in: "İzmir Izmir İZMİR", finds: ["İzmir", "Izmir", "İZMİR"]),
            Row("Kılıç", in: "Kilic KILIÇ", finds: ["Kilic", "KILIÇ"]),
            Row("Søren", in: "Soren Søren So\u{301}ren", finds: ["Soren", "Søren", "So\u{301}ren"]),
            Row("Müller", in: "Muller Mu\u{308}ller Mueller", finds: ["Muller", "Mu\u{308}ller"]),
            Row(
                "Nguyễn", in: "Nguyen Nguye\u{302}\u{303}n Nguyê\u{303}n",
                finds: ["Nguyen", "Nguye\u{302}\u{303}n", "Nguyê\u{303}n"]),
            Row(
                "Королёв", in: "Королев Короле\u{308}в Короле\u{301}в",
                finds: ["Королев", "Короле\u{308}в", "Короле\u{301}в"]),
            Row("Андрей", in: "Андреи\u{306} Андреи", finds: ["Андреи\u{306}"]),
            Row("Київ", in: "Киі\u{308}в Киiв Киів", finds: ["Киі\u{308}в"]),
            Row("Быкаў", in: "Быкау\u{306} Быкау", finds: ["Быкау\u{306}"]),
            Row("ΟΔΥΣΣΕΥΣ", in: "Οδυσσεύς", finds: ["Οδυσσεύς"]),
            Row(
                "한국", in: "한국 \u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}",
                finds: ["한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"]),
            Row("ガーナ", in: "カ\u{3099}ーナ カーナ", finds: ["カ\u{3099}ーナ"]),
            Row("हिन्दी", in: "हिन्दी हन्द", finds: ["हिन्दी"]),
            Row("\u{958}", in: "\u{915}\u{93C} \u{915}", finds: ["\u{915}\u{93C}"]),
            Row("Merkel", in: "Ｍｅｒｋｅｌ Меrkel Merkеl", finds: []),
        ])
    func equalLetters(_ row: Row) throws {
        let found = try surfaces(row.names, row.text)
        #expect(found.map { Array($0.utf8) } == row.found.map { Array($0.utf8) })
    }

    @Test(
        "smart case",
        arguments: [
            Row("Rose", in: "rose Rose ROSE rOSE", finds: ["Rose", "ROSE"]),
            Row("EU", in: "eu Eu EU EU's", finds: ["EU", "EU"]),
            Row("FBI", in: "Fbi FBI fbi", finds: ["FBI"]),
            Row("NASA", in: "Nasa NASA nasa", finds: ["Nasa", "NASA"]),
            Row("bitcoin", in: "bitcoin Bitcoin BITCOIN", finds: ["bitcoin", "Bitcoin", "BITCOIN"]),
            Row(
                "Bank of Japan", in: "BANK OF JAPAN, Bank of Japan, bank of Japan",
                finds: ["BANK OF JAPAN", "Bank of Japan"]),
            Row("Того", in: "того Того", finds: ["Того"]),
            Row("iPhone", in: "IPHONE iphone", finds: ["IPHONE", "iphone"]),
            Row("G7", in: "g7 G7", finds: ["G7"]),
            Row("LEE JAE MYUNG", in: "Lee Jae Myung lee jae myung", finds: ["Lee Jae Myung"]),
            Row("Élysée", in: "Elysee elysee élysée ÉLYSÉE", finds: ["Elysee", "ÉLYSÉE"]),
        ])
    func smartCase(_ row: Row) throws { #expect(try surfaces(row.names, row.text) == row.found) }

    @Test func anyCaseIgnoresCase() throws {
        #expect(try surfaces(["EU"], "eu Eu EU") { $0.nameCase = .any } == ["eu", "Eu", "EU"])
    }

    @Test func exactCaseWantsEachLettersCase() throws {
        #expect(try surfaces(["ЛУК"], "ЛУК Лук лук") { $0.nameCase = .exact } == ["ЛУК"])
        #expect(try surfaces(["McCain"], "McCain Mccain MCCAIN") { $0.nameCase = .exact } == ["McCain"])
    }

    @Test func anAliasHasACaseOfItsOwn() throws {
        let ship = try entity(0, "Kursk") { $0.aliases = [Alias(name: "k-141", nameCase: .exact)] }
        let found = try mentions([ship], "KURSK K-141 k-141")
        #expect(found.map(\.surface) == ["KURSK", "k-141"])
        #expect(found.map(\.nameIndex) == [0, 1])
    }

    @Test func offsetsCountOriginalBytesAfterLettersThatFoldToAnotherLength() throws {
        let found = try mentions([entity(0, "Ankara")], "İİ ẞẞ ﬁ Ankara")
        #expect(found.map(\.range) == [ByteRange(16, 22)])
    }

    @Test func orWith0x20JoinsNoPunctuationWithLetters() throws {
        #expect(try surfaces(["a@b", "x[1]"], "a`b x{1}") { $0.nameCase = .any } == [])
        // 0xC0…0xDF | 0x20 would make other letters of two-byte scalars.
        #expect(try surfaces(["О"], "\u{43E} \u{41E} \u{A9}") { $0.nameCase = .any } == ["о", "О"])
        #expect(try surfaces(["\u{10}1"], "01 1") { $0.nameCase = .any } == ["1"])
    }
}
