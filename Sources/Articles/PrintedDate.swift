import NewswatchModel

/// A date as people print it, read only where it can mean one day alone.
enum PrintedDate {
    /// Longest line that may be a date, in bytes.
    static let longestLine = 120

    /// RFC 3339 or a date alone; `nil` when `line` is no date, says more than a date, or can be read in two ways
    /// (`03/04/2023`).
    static func read(_ line: ArraySlice<UInt8>) -> String? {
        let line = line.trimmed
        guard line.count >= 6, line.count <= longestLine, line.contains(where: \.isASCIIDigit) else { return nil }
        let text = line.string
        if let exact = machineDate(text) { return exact }
        return written(words(of: text))
    }

    /// `2023-11-01`, or with a time and an offset, as it stands.
    static func machineDate(_ text: String) -> String? {
        guard text.utf8.count >= 10 else { return nil }
        let day = String(text.prefix(10))
        guard Timestamp(rfc3339: day) != nil else { return nil }
        if text.utf8.count == 10 { return text }
        if Timestamp(rfc3339: text) != nil {
            return String(decoding: text.utf8.enumerated().map { $0 == 10 ? UInt8(ascii: "T") : $1 }, as: UTF8.self)
        }
        // A time without an offset: only the day is sure.
        let rest = Array(text.utf8.dropFirst(10))
        guard rest[0] == UInt8(ascii: "T") || rest[0] == 0x20, rest.dropFirst().first?.isASCIIDigit == true,
            rest.allSatisfy({ !$0.isASCIILetter || $0 == UInt8(ascii: "T") })
        else { return nil }
        return day
    }

    // MARK: Words

    private static func words(of text: String) -> [String] {
        text.lowercased().split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\t" || $0 == "|" }.map {
            String($0)
        }
    }

    private static func written(_ words: [String]) -> String? {
        var words = words[...]
        while let first = words.first, leads.contains(first) { words.removeFirst() }
        var weekday: Int?
        if let first = words.first, let found = weekdays[dotless(first)] {
            weekday = found
            words.removeFirst()
        }
        if words.first == "the" { words.removeFirst() }
        guard let (date, used) = day(words) else { return nil }
        // What follows may be a time or a year sign, but no more words: this is then a sentence.
        guard words.dropFirst(used).allSatisfy(isTime) else { return nil }
        // A weekday that is wrong for the date makes both doubtful.
        if let weekday, (date.daysSinceEpoch % 7 + 7 + 3) % 7 != Int64(weekday) { return nil }
        return date.description
    }

    private static func day(_ words: ArraySlice<String>) -> (CivilDate, used: Int)? {
        guard let first = words.first else { return nil }
        if let date = numeric(first) { return (date, 1) }
        guard words.count >= 3 else { return nil }
        let (a, b, c) = (first, words[words.startIndex + 1], words[words.startIndex + 2])
        guard let year = number(dotless(c)), year >= 1000 else { return nil }
        let pair = months[dotless(a)].map { ($0, b) } ?? months[dotless(b)].map { ($0, a) }
        guard let (month, dayWord) = pair, let day = ordinal(dayWord),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return (date, 3)
    }

    /// `2023/11/01`, `01.11.2023` (day first, as everywhere with points), and `25/11/2023` or `11/25/2023`.
    private static func numeric(_ word: String) -> CivilDate? {
        guard let mark = word.first(where: { !$0.isNumber }), mark == "." || mark == "/" || mark == "-" else {
            return nil
        }
        let parts = word.split(separator: mark, omittingEmptySubsequences: true).compactMap { number(String($0)) }
        guard parts.count == 3, word.utf8.count <= 11 else { return nil }
        if parts[0] >= 1000 { return CivilDate(year: parts[0], month: parts[1], day: parts[2]) }
        guard parts[2] >= 1000 else { return nil }
        if mark == "." || parts[0] > 12 || parts[0] == parts[1] {
            return CivilDate(year: parts[2], month: parts[1], day: parts[0])
        }
        return parts[1] > 12 ? CivilDate(year: parts[2], month: parts[0], day: parts[1]) : nil
    }

    private static func number(_ word: String) -> Int64? {
        word.utf8.count <= 4 && word.utf8.allSatisfy(\.isASCIIDigit) ? Int64(word) : nil
    }

    private static func ordinal(_ word: String) -> Int64? {
        var word = Substring(dotless(word))
        for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) { word = word.dropLast(2) }
        return word.utf8.count <= 2 ? number(String(word)) : nil
    }

    private static func isTime(_ word: String) -> Bool {
        if timeWords.contains(dotless(word)) { return true }
        return word.utf8.allSatisfy { $0.isASCIIDigit || [0x3A, 0x2E, 0x2B, 0x2D].contains($0) }
            || ((word.hasSuffix("am") || word.hasSuffix("pm")) && word.utf8.first?.isASCIIDigit == true)
    }

    private static func dotless(_ word: String) -> String { word.hasSuffix(".") ? String(word.dropLast()) : word }

    // MARK: Tables

    private static let leads: Set<String> = [
        "published", "published:", "posted", "posted:", "updated", "updated:", "date:", "on", "опубликовано",
        "опубликовано:", "дата:",
    ]
    private static let timeWords: Set<String> = [
        "at", "am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt", "cet", "cest", "bst", "msk", "мск", "г", "года",
        "в", "р", "року", "-", "–", "—",
    ]
    private static let months = table([
        "january jan января январь січня студзеня januar janvier", "february feb февраля февраль лютого лютага februar",
        "march mar марта март березня сакавіка märz", "april apr апреля апрель квітня красавіка avril",
        "may мая май травня траўня mai", "june jun июня июнь червня чэрвеня juni juin",
        "july jul июля июль липня ліпеня juli juillet", "august aug августа август серпня жніўня août",
        "september sep sept сентября сентябрь вересня верасня septembre",
        "october oct октября октябрь жовтня кастрычніка oktober octobre",
        "november nov ноября ноябрь листопада лістапада novembre",
        "december dec декабря декабрь грудня снежня dezember décembre",
    ]).mapValues { Int64($0 + 1) }
    /// From 0 for Monday.
    private static let weekdays = table([
        "monday mon понедельник понеділок панядзелак montag", "tuesday tue tues вторник вівторок аўторак dienstag",
        "wednesday wed среда середа серада mittwoch", "thursday thu thurs четверг четвер чацвер donnerstag",
        "friday fri пятница пʼятниця пятніца freitag", "saturday sat суббота субота samstag",
        "sunday sun воскресенье неділя нядзеля sonntag",
    ])

    private static func table(_ rows: [String]) -> [String: Int] {
        rows.enumerated().reduce(into: [:]) { table, row in
            for word in row.element.split(separator: " ") { table[String(word)] = row.offset }
        }
    }
}
