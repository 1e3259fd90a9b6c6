import GRDB
import GRDBSQLite

/// Runs one INSERT for row after row, its values bound straight to SQLite.
///
/// `Statement.execute(arguments:)` boxes and checks each value, which for the most frequent rows takes
/// longer than SQLite itself. This is for such rows alone.
struct RowWriter {
    private let statement: Statement
    private let handle: OpaquePointer
    private var place: Int32 = 0

    /// SQLite copies the octets before the call returns.
    private static var transient: sqlite3_destructor_type {
        // sqlite3.h defines SQLITE_TRANSIENT as -1 cast to a function pointer, a macro that does not import; SQLite
        // compares the value and never calls it.
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    /// - Parameter statement: an INSERT, used by nobody else meanwhile.
    init(_ statement: Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
        sqlite3_reset(handle)
    }

    mutating func add(_ value: Int?) {
        place += 1
        if let value { sqlite3_bind_int64(handle, place, Int64(value)) } else { sqlite3_bind_null(handle, place) }
    }

    mutating func add(_ value: Double?) {
        place += 1
        if let value { sqlite3_bind_double(handle, place, value) } else { sqlite3_bind_null(handle, place) }
    }

    mutating func add(_ value: String?) {
        place += 1
        guard var value else {
            sqlite3_bind_null(handle, place)
            return
        }
        let (handle, place) = (handle, place)
        value.withUTF8 { utf8 in
            _ = utf8.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), Self.transient)
            }
        }
    }

    /// Writes the row of the values added since the last one; every column must have had one.
    mutating func write() throws {
        precondition(place == sqlite3_bind_parameter_count(handle), "a value for each column")
        place = 0
        let code = sqlite3_step(handle)
        let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        sqlite3_reset(handle)
        if let message {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
        }
    }
}
