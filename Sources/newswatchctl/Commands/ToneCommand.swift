import ArgumentParser
import ControlProtocol
import Glibc
import NewswatchModel
import ReaderProtocol

extension ToneEngine: ExpressibleByArgument {
    /// Also by the name of the model that `fast` takes.
    public init?(argument: String) {
        self.init(rawValue: argument == "convolution" ? ToneEngine.fast.rawValue : argument)
    }
}

struct ToneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tone",
        abstract: "The tone toward mentions that standard input points at, one JSON object a line.",
        discussion: """
            Each line: {"id": …, "text": "…", "from": N, "to": N, "lang": "en"}, where from and to count characters \
            (code points) and to is exclusive; without lang the language is told by the text. No daemon is asked. \
            A line that cannot be answered gets an error with its number, the rest goes on, and the exit status is 2.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "auto: the best model of the language; fast (or convolution), encoder: that one.")
    var engine = ToneEngine.auto

    func validate() throws {
        if engine == .off { throw ValidationError("--engine off has nothing to answer; use auto, fast or encoder") }
    }

    func run() throws {
        let output = options.output()
        var stream = try ToneStream(engine: engine) { answer in
            output.line(options.json ? answer.json : answer.text(output))
        }
        var input = LineReader(descriptor: 0, limit: ToneStream.lineLimit)
        while let line = try input.next() {
            try stream.take(line)
            // Whoever sends a line and waits for its answer gets it.
            if !input.hasMore {
                try stream.settle()
                output.flush()
            }
        }
        try stream.settle()
        output.flush()
        if stream.bad > 0 {
            throw Failure(.usage, "\(Output.count(stream.bad, "line")) of \(stream.lines) could not be answered")
        }
    }
}
