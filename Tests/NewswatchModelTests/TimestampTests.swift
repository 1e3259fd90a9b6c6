import NewswatchModel
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-01T00:00:01Z", 1000), ("1969-12-31T23:59:59.500Z", -500),
        ("2000-02-29T12:00:00+02:00", 951_818_400_000), ("2026-11-24 08:15:30.25z", 1_795_508_130_250),
    ])
    func rfc3339IsRead(_ text: String, _ milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-29", "2026-11-24T08:15", "2026-11-24T25:00:00Z", "2026-11-24T08:15:00Zx",
    ])
    func anythingElseIsRefused(_ text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func whatIsWrittenIsReadBack() {
        for step in -2000...4000 {
            let moment = Timestamp(milliseconds: Int64(step) * 86_400_000 * 11 + Int64(step) * 1_234_567)
            #expect(Timestamp(rfc3339: moment.rfc3339) == moment)
        }
    }
}
