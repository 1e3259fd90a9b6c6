import Systemd
import Testing

@Suite struct JournalTests {
    @Test(arguments: [("alert-id", "NEWSWATCH_ALERT_ID"), ("file", "NEWSWATCH_FILE"), ("a b.ü", "NEWSWATCH_A_B__")])
    func metadataKeysBecomeFieldNames(_ key: String, _ field: String) {
        #expect(Journal.fieldName(key) == field)
    }
}
