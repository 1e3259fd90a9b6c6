import NewswatchModel

// The layout of what requests carry; writer and reader of each value stand together.

extension FrameWriter {
    mutating func configuration(_ value: ReaderConfiguration) {
        integer(value.memoryLimit)
        integer(value.cpuSeconds)
        integer(value.maxFileSize)
        string(value.toneEngine.rawValue)
        optional(value.modelFolder) { $0.string($1) }
        toneWordLists(value.toneWords)
    }

    mutating func scanRequest(_ value: ScanRequest) {
        unsigned(value.id)
        string(value.fileName)
        optional(value.format) { $0.string($1.rawValue) }
        bool(value.overlapAll)
        switch value.explained {
        case .none: byte(0)
        case .all: byte(1)
        case .entity(let id):
            byte(2)
            string(id.rawValue)
        }
    }

    mutating func toneQuestion(_ value: ToneQuestion) {
        string(value.text)
        integer(value.mention.start)
        integer(value.mention.end)
        string(value.language)
    }

    mutating func toneWordLists(_ value: ToneWordLists) {
        toneWords(value.everywhere)
        list(value.byEntity.sorted { $0.key < $1.key }) { out, entry in
            out.string(entry.key.rawValue)
            out.toneWords(entry.value)
        }
    }

    private mutating func toneWords(_ value: ToneWords) {
        list(value.list) { out, word in
            out.string(word.text)
            out.double(word.weight)
        }
    }
}

extension FrameReader {
    mutating func configuration() throws(FrameError) -> ReaderConfiguration {
        ReaderConfiguration(
            memoryLimit: try integer(), cpuSeconds: try integer(), maxFileSize: try integer(),
            toneEngine: try choice(ToneEngine.self),
            modelFolder: try optional { (input) throws(FrameError) in try input.string() },
            toneWords: try toneWordLists())
    }

    mutating func scanRequest() throws(FrameError) -> ScanRequest {
        ScanRequest(
            id: try unsigned(), fileName: try string(),
            format: try optional { (input) throws(FrameError) in try input.choice(ArticleFormat.self) },
            overlapAll: try bool(), explained: try explained())
    }

    private mutating func explained() throws(FrameError) -> ExplainedMentions {
        switch try byte() {
        case 0: return .none
        case 1: return .all
        case 2: return .entity(try entityID())
        default: throw .unknown("explained mentions")
        }
    }

    mutating func toneQuestion() throws(FrameError) -> ToneQuestion {
        let text = try string()
        let mention = ByteRange(try integer(), try integer())
        guard mention.start <= mention.end, mention.end <= text.utf8.count else { throw .impossible("range") }
        return ToneQuestion(text: text, mention: mention, language: try string())
    }

    mutating func toneWordLists() throws(FrameError) -> ToneWordLists {
        let everywhere = try toneWords()
        let byEntity = try list { (input) throws(FrameError) in (try input.entityID(), try input.toneWords()) }
        return ToneWordLists(everywhere: everywhere, byEntity: Dictionary(byEntity) { $1 })
    }

    private mutating func toneWords() throws(FrameError) -> ToneWords {
        let words = try list { (input) throws(FrameError) in (try input.string(), try input.double()) }
        guard words.allSatisfy({ (-1...1).contains($0.1) }) else { throw .impossible("weight") }
        return ToneWords(Dictionary(words) { $1 })
    }

    mutating func entityID() throws(FrameError) -> EntityID {
        guard let id = EntityID(try string()) else { throw .unknown("entity id") }
        return id
    }
}
