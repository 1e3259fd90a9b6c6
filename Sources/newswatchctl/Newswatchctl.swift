import ArgumentParser
import Glibc
import NewswatchModel

/// The control tool: each subcommand has its file in Commands/.
struct Newswatchctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newswatchctl",
        abstract: "Look after Newswatch: its state, alerts, articles and watchlist.",
        discussion: """
            Exit status: 0 ok, 1 a match was found (scan --check), 2 usage or bad input, 3 daemon not running, \
            4 not found, 5 denied, 6 timeout or busy, 7 protocol version, 70 internal error.
            """,
        version: newswatchVersion,
        subcommands: [
            StatusCommand.self, PingCommand.self, DoctorCommand.self, ScanCommand.self, ToneCommand.self,
            SubmitCommand.self,
            AlertsCommand.self, AlertCommand.self, WhyCommand.self, VerifyCommand.self, ArticlesCommand.self,
            ArticleCommand.self, SearchCommand.self,
            FilesCommand.self, WatchlistCommand.self, ReloadCommand.self, RetryCommand.self, MetricsCommand.self,
            CompletionCommand.self,
        ])
}

@main
enum Program {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Newswatchctl.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            if let message = failure.message { Output.complain(message) }
            exit(failure.status.rawValue)
        } catch {
            let code = Newswatchctl.exitCode(for: error)
            let text = Newswatchctl.fullMessage(for: error)
            if code == .success {
                let output = Output(colored: false)
                output.line(text)
                output.flush()
                exit(0)
            }
            Output.complain(text, prefix: "")
            // ArgumentParser's 64 (EX_USAGE) is 2 here, as most tools have it.
            exit(code == .validationFailure ? Failure.Status.usage.rawValue : Failure.Status.internal.rawValue)
        }
    }
}
