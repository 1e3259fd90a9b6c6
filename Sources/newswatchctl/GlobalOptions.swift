import ArgumentParser
import Glibc

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// The options that every subcommand has.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The daemon's socket; otherwise $NEWSWATCH_SOCKET, the per-user one, or the system's.")
    var socket: String?
    @Flag(help: "Print JSON, one object a line.")
    var json = false
    @Option(help: "When to use colour: auto, always or never.")
    var color = ColorChoice.auto
    @Flag(help: "Tell times in UTC.")
    var utc = false

    /// Where results go, with colour as the user and the terminal want it.
    func output() -> Output {
        let colored =
            switch color {
            case .always: true
            case .never: false
            case .auto: isatty(1) == 1 && Environment["NO_COLOR"] == nil && Environment["TERM"] != "dumb"
            }
        return Output(colored: colored, utc: utc)
    }

    /// A connection to the daemon, after HELLO.
    func connect() throws -> Client { try Client(SocketPlace.find(socket)) }
}

/// Environment variables; an empty one counts as none.
enum Environment {
    static subscript(name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
