import ArgumentParser
import ControlProtocol
import Glibc

struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Put files into the spool; each is on disk when its line appears.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The name that alerts and files tell, for one file; otherwise its own.")
    var name: String?
    @Argument(help: "The files; - is standard input.", completion: .file())
    var files: [String]

    func validate() throws {
        if name != nil, files.count > 1 { throw ValidationError("--name goes with one file") }
    }

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        var worst: Failure?
        for path in files {
            do {
                let input = try FileInput(path)
                defer { close(input.descriptor) }
                let request = Request(verb: .submitfd, options: ["name": name ?? input.shortName])
                let answer = try client.request(request, descriptor: input.descriptor)
                try report(input.name, answer, output)
            } catch let failure as Failure {
                Output.complain(failure.about(path))
                worst = worst ?? Failure(failure.status)
            }
        }
        if let worst { throw worst }
    }

    private struct Submitted: Encodable {
        var schema = ControlJSON.schema
        var type = "submitted"
        var file: String
        var id: String?
        var duplicateOf: Int64?
    }

    private func report(_ file: String, _ answer: [ResponseField], _ output: Output) throws {
        let (id, dup) = (answer["id"], answer["dup"])
        if options.json {
            output.line(ControlJSON.encode(Submitted(file: file, id: id, duplicateOf: dup.flatMap { Int64($0) })))
        } else if let dup {
            output.line("\(Output.plain(file)): was there before, as file \(dup)")
        } else {
            output.line("\(Output.plain(file)): accepted as \(Output.plain(id ?? "?"))")
        }
    }
}
